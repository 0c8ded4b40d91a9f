// Whom a limit counts: one household or office, and never whoever a client says it is.
import { expect, test } from 'vitest';
import { addressOf, clientOf } from './client-address.ts';

test.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:DB8:1:2:aaaa::1', '2001:db8:1:2::/64'],
	['2001:db8::1', '2001:db8:0:0::/64'],
	['::1', '0:0:0:0::/64'],
	['fe80::1%eth0', 'fe80:0:0:0::/64'],
	['unknown', 'unknown']
])('%s counts as %s', (address, client) => {
	expect(clientOf(address)).toBe(client);
});

const asked = (forwarded?: string) => ({
	request: new Request('http://localhost/', { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} }),
	getClientAddress: () => '10.0.0.1'
});

test('without a proxy the connection counts, whatever the request says', () => {
	expect(addressOf(asked('198.51.100.1'), { behindProxy: false })).toBe('10.0.0.1');
});

test('behind a proxy the address that the proxy saw counts, not those that the client wrote before it', () => {
	expect(addressOf(asked('198.51.100.1, 203.0.113.9'), { behindProxy: true })).toBe('203.0.113.9');
	expect(addressOf(asked(), { behindProxy: true })).toBe('10.0.0.1');
});

test('a connection of which nothing is known still counts', () => {
	const getClientAddress = () => {
		throw new Error('no such header');
	};
	expect(addressOf({ ...asked(), getClientAddress }, { behindProxy: false })).toBe('unknown');
});
