// Commands that take a table in, or write one: which file, and what is wrong in it with row and column.
import { openAsBlob } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Invalid, type Issue } from '#platform/errors.ts';
import { sayIssue } from '#platform/issues.ts';
import { mostFindings, placeOf } from '#platform/table.ts';
import { asCommand } from './command-caller.ts';
import { codeOf, Problem } from './problem.ts';

/** npm runs scripts from the top of the checkout; people name files from where they are. */
export const fileNamed = (name: string) => resolve(process.env.INIT_CWD ?? '.', name);

/** The file, of which nothing is read yet. */
export async function tableFile(name: string): Promise<File> {
	const path = fileNamed(name);
	try {
		if ((await stat(path)).isDirectory()) throw new Problem(`${path} is a folder: name a file.`);
		return new File([await openAsBlob(path)], basename(path));
	} catch (error) {
		if (codeOf(error) === 'ENOENT') throw new Problem(`There is no file ${path}.`);
		if (codeOf(error) === 'EACCES') throw new Problem(`The file ${path} may not be read by this user.`);
		throw error;
	}
}

/** `row 12, external_id: …` */
export function issueInWords(issue: Issue): string {
	const { row, column } = placeOf(issue.path);
	const place = [row === null ? '' : `row ${row}`, column ?? ''].filter(Boolean).join(', ');
	return `${place ? `${place}: ` : ''}${sayIssue(issue, 'en')}`;
}

/** What an operation on a table answers; what it refuses becomes a line for each finding, in the order of the file. */
export async function asTableCommand<Result>(deed: Promise<Result>): Promise<Result> {
	try {
		return await asCommand(
			deed.catch((error: unknown) => {
				if (error instanceof Invalid) throw new Problem(findingsInWords(error.issues));
				throw error;
			})
		);
	} catch (error) {
		// A file that changes or goes while it is read.
		if (error instanceof DOMException && error.name === 'NotReadableError') {
			throw new Problem('The file changed while it was read: try again.');
		}
		throw error;
	}
}

function findingsInWords(issues: readonly Issue[]): string {
	const lines = issues.map(issueInWords);
	const more = issues.length >= mostFindings ? [`… and perhaps more: these are the first ${mostFindings}.`] : [];
	return [...lines, ...more, 'Nothing was taken in.'].join('\n');
}

/** Writes lines to a file, which is there only when it is complete; only its owner can read it. Answers how many. */
export async function writeLines(name: string, lines: AsyncIterable<string>): Promise<number> {
	const path = fileNamed(name);
	const unfinished = `${path}.part-${process.pid}`;
	let count = 0;
	const handle = await open(unfinished, 'w', 0o600).catch((error: unknown) => {
		throw new Problem(`The file ${path} cannot be written (${codeOf(error) ?? 'error'}): choose another place.`);
	});
	try {
		for await (const line of lines) {
			await handle.write(`${line}\n`);
			count += 1;
		}
		await handle.close();
		await rename(unfinished, path);
	} catch (error) {
		await handle.close().catch(() => undefined);
		await rm(unfinished, { force: true });
		throw error;
	}
	return count;
}
