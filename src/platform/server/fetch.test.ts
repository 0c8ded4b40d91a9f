// The server fetches from the public internet only: tables of addresses, names that lead home, redirects, slow and large answers.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fetchPublic, mostFetchedBytes, NotFetched, readAddress, type Internet } from './fetch.ts';
import { isPublicAddress } from './public-address.ts';

test.each([
	'127.0.0.1',
	'127.255.255.254',
	'0.0.0.0',
	'10.0.0.1',
	'10.255.255.255',
	'100.64.0.1',
	'100.127.255.255',
	'169.254.169.254',
	'172.16.0.1',
	'172.31.255.255',
	'192.168.1.1',
	'192.0.0.8',
	'198.18.0.1',
	'203.0.113.7',
	'224.0.0.1',
	'255.255.255.255',
	'::',
	'::1',
	'::ffff:127.0.0.1',
	'::ffff:10.0.0.1',
	'::ffff:8.8.8.8',
	'::ffff:7f00:1',
	'0:0:0:0:0:ffff:7f00:1',
	'::127.0.0.1',
	'64:ff9b::7f00:1',
	'64:ff9b:1::a00:1',
	'2002:7f00:1::',
	'2001::1',
	'2001:db8::1',
	'fc00::1',
	'fd12:3456::1',
	'fe80::1',
	'fe80::1%eth0',
	'fec0::1',
	'ff02::1',
	'100::1',
	'5f00::1',
	'127.1',
	'0x7f000001',
	'2130706433',
	'localhost',
	''
])('%s is not public', (address) => {
	expect(isPublicAddress(address)).toBe(false);
});

test.each([
	'8.8.8.8',
	'1.1.1.1',
	'172.15.0.1',
	'172.32.0.1',
	'100.63.255.255',
	'192.169.0.1',
	'2a00:1450:4001::1',
	'2606:4700::1111'
])('%s is public', (address) => {
	expect(isPublicAddress(address)).toBe(true);
});

/** What was refused, and why. */
const refusal = (deed: Promise<unknown>) =>
	deed.then(
		() => 'fetched',
		(error: unknown) => (error instanceof NotFetched ? error.refusal : error)
	);

/** A site on this machine. */
async function site(answer: RequestListener): Promise<string> {
	const server = createServer(answer).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://cal.example:${(server.address() as AddressInfo).port}`;
}

/** An internet in which `cal.example` is a public site that happens to run here; everything else is as strict as it is. */
const here = (more: Partial<Internet> = {}): Internet => ({
	resolve: (host) =>
		host === 'cal.example'
			? Promise.resolve([{ address: '127.0.0.1', family: 4 }])
			: Promise.reject(new Error(`there is no ${host}`)),
	isPublic: (address) => address === '127.0.0.1' || isPublicAddress(address),
	msForAll: 2000,
	...more
});

test.each([
	'ftp://cal.example/a.ics',
	'file:///etc/hosts',
	'javascript:alert(1)',
	'http://user:secret@cal.example/',
	'gopher://cal.example',
	'not an address',
	''
])('%s is no address to fetch from', async (address) => {
	expect(await refusal(fetchPublic(address, undefined, here()))).toBe('address');
});

test('a calendar may be pasted as its own kind of address', () => {
	expect(readAddress(' webcal://cal.example/a.ics ').href).toBe('https://cal.example/a.ics');
});

test.each([
	'http://127.0.0.1:1/',
	'http://127.1:1/',
	'http://0x7f.1:1/',
	'http://2130706433:1/',
	'http://[::1]:1/',
	'http://[::ffff:127.0.0.1]:1/',
	'http://169.254.169.254/latest/meta-data/'
])('%s is refused before anything is sent', async (address) => {
	expect(await refusal(fetchPublic(address))).toBe('private');
});

test('a name with one private address among its addresses is refused', async () => {
	const resolve = () =>
		Promise.resolve([
			{ address: '8.8.8.8', family: 4 },
			{ address: '10.0.0.1', family: 4 }
		]);
	expect(await refusal(fetchPublic('http://two.example/', undefined, here({ resolve })))).toBe('private');
	expect(await refusal(fetchPublic('http://no.example/', undefined, here()))).toBe('unreachable');
});

test('a file comes in once; with its mark only when it changed', async () => {
	const address = await site((request, response) => {
		response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200, {
			etag: '"1"',
			'content-type': 'text/calendar'
		});
		response.end(request.headers['if-none-match'] === '"1"' ? undefined : 'BEGIN:VCALENDAR');
	});
	const first = await fetchPublic(`${address}/a.ics`, undefined, here());
	expect([first.bytes.toString(), first.contentType, first.etag]).toEqual(['BEGIN:VCALENDAR', 'text/calendar', '"1"']);
	expect(await fetchPublic(`${address}/a.ics`, first.etag, here())).toMatchObject({ isUnchanged: true });
});

test('the address that was checked is the one that is used, whatever the name says a moment later', async () => {
	const address = await site((_request, response) => void response.end('fine'));
	let asked = 0;
	const resolve = () => Promise.resolve([{ address: (asked += 1) === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
	expect((await fetchPublic(address, undefined, here({ resolve }))).bytes.toString()).toBe('fine');
	expect(asked).toBe(1);
});

test.each(['http://10.0.0.1/', 'http://[::1]/', 'http://192.168.0.1:80/x', '//169.254.169.254/'])(
	'a redirect to %s is refused',
	async (to) => {
		const address = await site((_request, response) => void response.writeHead(302, { location: to }).end());
		expect(await refusal(fetchPublic(address, undefined, here()))).toBe('private');
	}
);

test('redirects are followed, but not for ever, and not to another kind of address', async () => {
	const address = await site(({ url }, response) => {
		if (url === '/file') return void response.writeHead(302, { location: 'file:///etc/hosts' }).end();
		if (url === '/once') return void response.writeHead(301, { location: '/there' }).end();
		if (url === '/there') return void response.end('there');
		response.writeHead(302, { location: '/again' }).end();
	});
	expect((await fetchPublic(`${address}/once`, undefined, here())).bytes.toString()).toBe('there');
	expect(await refusal(fetchPublic(`${address}/again`, undefined, here()))).toBe('redirects');
	expect(await refusal(fetchPublic(`${address}/file`, undefined, here()))).toBe('address');
});

test('what is too large is broken off, whether it says so or not', async () => {
	const address = await site(({ url }, response) => {
		if (url === '/said') response.setHeader('content-length', mostFetchedBytes + 1);
		const part = Buffer.alloc(500_000, 'a');
		const more = () => {
			if (!response.destroyed) response.write(part, () => setImmediate(more));
		};
		more();
	});
	for (const path of ['/said', '/not-said']) {
		expect(await refusal(fetchPublic(address + path, undefined, here({ msForAll: 10_000 })))).toBe('large');
	}
});

test('what takes too long is given up: a site that is silent, one that drips, a name that is never found', async () => {
	const address = await site(({ url }, response) => {
		if (url !== '/drips') return;
		const drip = setInterval(() => response.write('.'), 20);
		response.on('close', () => clearInterval(drip));
	});
	const impatient = here({ msForAll: 200 });
	expect(await refusal(fetchPublic(`${address}/silent`, undefined, impatient))).toBe('slow');
	expect(await refusal(fetchPublic(`${address}/drips`, undefined, impatient))).toBe('slow');
	const never = here({ msForAll: 200, resolve: () => new Promise(() => undefined) });
	expect(await refusal(fetchPublic('http://never.example/', undefined, never))).toBe('slow');
});

test('a site that refuses or is not there is said so', async () => {
	const address = await site((_request, response) => void response.writeHead(404).end());
	expect(await refusal(fetchPublic(address, undefined, here()))).toBe('status');
	expect(await refusal(fetchPublic('http://cal.example:1/', undefined, here()))).toBe('unreachable');
});
