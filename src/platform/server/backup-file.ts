// The file that a backup is (decision 011): gzip over lines of text. A header, then of each table a line with its columns
// and its rows as PostgreSQL's COPY writes them, ended by `\.`, and a last line with counts and a checksum of all before it.
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { codeOf, messageOf, Problem } from './problem.ts';

export const header = z.object({
	format: z.literal('schakel-backup'),
	version: z.literal(1),
	made_at: z.iso.datetime(),
	release: z.string(),
	postgresql: z.string(),
	/** Tags of the migrations that made the tables, in order. */
	migrations: z.array(z.string()).min(1)
});
export const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
export const rowsLine = z.object({ rows: z.int().min(0) });
export const lastLine = z.object({
	end: z.literal(true),
	tables: z.int(),
	rows: z.int(),
	sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/) })),
	sha256: z.string()
});
export type Header = z.output<typeof header>;

const endOfRows = Buffer.from('\\.\n');
const newline = 0x0a;
/** The longest line that is not a row: a header or the columns of a table. */
const longestLineBytes = 1_000_000;

export type BackupWriter = {
	write: (part: Buffer | string) => Promise<void>;
	/** Checksum of all that was written so far. */
	checksum: () => string;
	/** The file gets its name only now, when all of it is on disk. */
	finish: () => Promise<void>;
	abandon: () => Promise<void>;
};

/** Writes under another name, readable by its owner only. Memory stays bounded: `write` waits for the disk. */
export async function writeBackup(file: string): Promise<BackupWriter> {
	const unfinished = `${file}.part-${randomBytes(4).toString('hex')}`;
	const handle = await open(unfinished, 'wx', 0o600).catch((error: unknown) => {
		throw new Problem(`The file ${file} cannot be written (${messageOf(error)}).`);
	});
	const hash = createHash('sha256');
	const gzip = createGzip();
	const written = pipeline(gzip, createWriteStream(unfinished, { fd: handle, flush: true })).catch((error: unknown) => {
		throw new Problem(`The file ${file} cannot be written (${messageOf(error)}).`);
	});
	written.catch(() => undefined);
	return {
		write: async (part) => {
			hash.update(part);
			if (!gzip.write(part)) await Promise.race([once(gzip, 'drain').catch(() => written), written]);
		},
		checksum: () => hash.copy().digest('hex'),
		finish: async () => {
			gzip.end();
			await written;
			await rename(unfinished, file);
		},
		abandon: async () => {
			gzip.destroy();
			await written.catch(() => undefined);
			await rm(unfinished, { force: true });
		}
	};
}

/** Says of any fault in the file the same thing: what is wrong with it, and that nothing came of it. */
export const damaged = (file: string, why: string) =>
	new Problem(`The backup ${file} is damaged or cut off (${why}): nothing was changed.`);

/** Reads a backup piece by piece; every piece that was read is in the checksum. */
export class BackupReader {
	#file: string;
	#chunks: AsyncIterator<Buffer>;
	/** Whole lines that were not asked for yet. */
	#ready: Buffer = Buffer.alloc(0);
	/** Pieces of a line whose end did not come yet. */
	#unfinished: Buffer[] = [];
	#hash = createHash('sha256');

	constructor(file: string) {
		this.#file = file;
		const source = createReadStream(file);
		const text = createGunzip();
		// The error reaches whoever reads; nobody reads any more when it comes after closing.
		pipeline(source, text).catch(() => undefined);
		text.on('error', () => undefined);
		this.#chunks = text[Symbol.asyncIterator]();
	}

	checksum(): string {
		return this.#hash.copy().digest('hex');
	}

	async #more(): Promise<Buffer | undefined> {
		try {
			const { value, done } = await this.#chunks.next();
			return done ? undefined : value;
		} catch (error) {
			const missing = codeOf(error) === 'ENOENT' || codeOf(error) === 'EACCES' || codeOf(error) === 'EISDIR';
			if (missing) throw new Problem(`The file ${this.#file} cannot be read (${messageOf(error)}).`);
			throw damaged(this.#file, messageOf(error));
		}
	}

	/** Whole lines, as many as came in; `undefined` at the end of the file. */
	async #wholeLines(): Promise<Buffer | undefined> {
		const ready = this.#ready;
		this.#ready = Buffer.alloc(0);
		if (ready.length > 0) return ready;
		for (let chunk = await this.#more(); chunk; chunk = await this.#more()) {
			const end = chunk.lastIndexOf(newline) + 1;
			if (end === 0) {
				this.#unfinished.push(chunk);
				continue;
			}
			const lines = Buffer.concat([...this.#unfinished, chunk.subarray(0, end)]);
			this.#unfinished = end < chunk.length ? [chunk.subarray(end)] : [];
			return lines;
		}
		return undefined;
	}

	#take(part: Buffer): Buffer {
		this.#hash.update(part);
		return part;
	}

	/** The next line as JSON of this shape. */
	async line<Shape>(shape: z.ZodType<Shape>): Promise<Shape> {
		const lines = await this.#wholeLines();
		if (!lines) throw damaged(this.#file, 'it ends too early');
		const end = lines.indexOf(newline) + 1;
		this.#ready = lines.subarray(end);
		const line = this.#take(lines.subarray(0, end));
		if (line.length > longestLineBytes) throw damaged(this.#file, 'a line is too long');
		try {
			return shape.parse(JSON.parse(line.toString('utf8')));
		} catch {
			throw damaged(this.#file, 'a line is not what it should be');
		}
	}

	/** The rows of a table, up to the line that ends them. */
	async *rows(): AsyncGenerator<Buffer> {
		for (;;) {
			const lines = await this.#wholeLines();
			if (!lines) throw damaged(this.#file, 'it ends too early');
			const atOnce = lines.subarray(0, endOfRows.length).equals(endOfRows);
			const end = atOnce ? 0 : lines.indexOf('\n\\.\n') + 1;
			if (end === 0 && !atOnce) {
				yield this.#take(lines);
				continue;
			}
			this.#ready = lines.subarray(end + endOfRows.length);
			const rows = this.#take(lines.subarray(0, end + endOfRows.length)).subarray(0, end);
			if (rows.length > 0) yield rows;
			return;
		}
	}

	/** Throws when something follows the last line. */
	async end(): Promise<void> {
		if ((await this.#wholeLines()) || this.#unfinished.length > 0)
			throw damaged(this.#file, 'something follows its last line');
	}

	/** Lets go of the file. */
	async close(): Promise<void> {
		await this.#chunks.return?.();
	}
}
