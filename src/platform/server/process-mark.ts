// Whether a process noted earlier still lives: by its number and, where the system tells, by the moment it began.
import { readIfThere } from './data-folder.ts';
import { codeOf } from './problem.ts';

export type ProcessMark = { pid: number; began?: string };

/** State and start (in ticks since boot) from Linux's proc(5); undefined where there is none, or no such process. */
function statOf(pid: number): { state: string; began: string } | undefined {
	const text = readIfThere(`/proc/${pid}/stat`);
	// The program's name stands in brackets and may hold anything, brackets included.
	const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
	return fields && { state: fields[0]!, began: fields[19]! };
}

export function markOf(pid: number): ProcessMark {
	const stat = statOf(pid);
	return stat ? { pid, began: stat.began } : { pid };
}

/** False also for a process that ended but that nobody has asked about yet, and for another that got its number. */
export function isAlive({ pid, began }: ProcessMark): boolean {
	try {
		process.kill(pid, 0);
	} catch (error) {
		if (codeOf(error) !== 'EPERM') return false;
	}
	const stat = statOf(pid);
	if (!stat) return true;
	return !'ZX'.includes(stat.state) && (began === undefined || began === stat.began);
}
