// Where a request comes from, as far as limits are concerned.

type Asked = { request: Request; getClientAddress: () => string };

/** The address that the connection, or the proxy named in the settings of the server, gives. */
function given({ getClientAddress }: Asked): string {
	try {
		return getClientAddress();
	} catch {
		// The server is told to read a header that this request does not have.
		return 'unknown';
	}
}

/**
 * Over https there is a proxy of ours in front, and the connection is always from that proxy: the last address in
 * `x-forwarded-for` is the one that it saw, whatever the client wrote before it. Several proxies in a row: ADDRESS_HEADER
 * and XFF_DEPTH of the server (adapter-node) tell which address to take.
 */
export function addressOf(asked: Asked, { behindProxy }: { behindProxy: boolean }): string {
	if (!behindProxy || process.env['ADDRESS_HEADER']) return given(asked);
	const seenByProxy = asked.request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
	return seenByProxy || given(asked);
}

/**
 * One client: an IPv4 address, or the first 64 bits of an IPv6 address (one household or office has at least that many).
 */
export function clientOf(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
	if (mapped) return mapped[1]!;
	if (!address.includes(':')) return address;
	const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
	const before = head.split(':').filter(Boolean);
	const after = tail?.split(':').filter(Boolean) ?? [];
	const zeros = Array.from(
		{ length: tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length) },
		() => '0'
	);
	const groups = [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
	return `${groups.slice(0, 4).join(':')}::/64`;
}
