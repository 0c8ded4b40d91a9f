// What the Year page is held against: a bare `node:http` server that asks the database the same SQL and puts the same HTML
// together from pieces. Reads what to do from the file it is given; says its port.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import compression from 'compression';
import pg from 'pg';

export type Query = { text: string; values: unknown[]; name?: string };
export type Bare = { databaseUrl: string; queries: Query[]; pieces: string[] };

const { databaseUrl, queries, pieces } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Bare;
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, options: '-c jit=off' });
// The same middleware as the site's, so that both compress alike.
const compress = compression();

async function answer(): Promise<string> {
	for (const query of queries) await pool.query(query);
	let html = '';
	for (const piece of pieces) html += piece;
	return html;
}

const server = createServer((request, response) => {
	compress(request as never, response as never, () => {
		void answer().then((html) => {
			response.setHeader('content-type', 'text/html; charset=utf-8');
			response.end(html);
		});
	});
});
server.listen(0, '127.0.0.1', () => {
	const address = server.address();
	console.log(typeof address === 'object' && address ? address.port : '');
});
process.on('disconnect', () => process.exit(0));
