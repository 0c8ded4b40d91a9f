// Which network addresses are the public internet's: what a server fetches for somebody must never be a machine of its own network.
import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registries (RFC 6890 and later): all but what is reachable for everyone. */
const private4 = [
	'0.0.0.0/8',
	'10.0.0.0/8',
	'100.64.0.0/10',
	'127.0.0.0/8',
	'169.254.0.0/16',
	'172.16.0.0/12',
	'192.0.0.0/24',
	'192.0.2.0/24',
	'192.31.196.0/24',
	'192.52.193.0/24',
	'192.88.99.0/24',
	'192.168.0.0/16',
	'192.175.48.0/24',
	'198.18.0.0/15',
	'198.51.100.0/24',
	'203.0.113.0/24',
	'224.0.0.0/4',
	'240.0.0.0/4'
];

/** Only 2000::/3 is given out; of that the parts that stand for something else, tunnels to IPv4 among them. */
const private6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'];

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
	const list = new BlockList();
	for (const range of ranges) {
		const [address, bits] = range.split('/') as [string, string];
		list.addSubnet(address, Number(bits), family);
	}
	return list;
}

const notPublic4 = listOf(private4, 'ipv4');
const notPublic6 = listOf(private6, 'ipv6');
const given6 = listOf(['2000::/3'], 'ipv6');

/** An address as numbers, IPv4 or IPv6, without brackets. IPv4 inside IPv6 is never public: nobody needs it to reach a site. */
export function isPublicAddress(address: string): boolean {
	const family = isIP(address);
	if (family === 4) return !notPublic4.check(address, 'ipv4');
	// A zone (`fe80::1%eth0`) exists on one's own network only.
	if (family !== 6 || address.includes('%')) return false;
	return given6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
}
