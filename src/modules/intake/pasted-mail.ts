// A mail as somebody copied it from the screen: with lines such as `Van:`, `Verzonden:` and `Onderwerp:` above its text.
import type { Day } from '#platform/day.ts';
import { daysInText } from './days-in-text.ts';
import type { ReadMail } from './suggest-from-mail.ts';

const labels: Readonly<Record<string, 'from' | 'to' | 'subject' | 'sent'>> = {
	van: 'from',
	from: 'from',
	afzender: 'from',
	aan: 'to',
	to: 'to',
	cc: 'to',
	onderwerp: 'subject',
	subject: 'subject',
	verzonden: 'sent',
	sent: 'sent',
	datum: 'sent',
	date: 'sent'
};

const addressesIn = (text: string) =>
	(text.match(/[^\s<>,;"'()[\]]+@[^\s<>,;"'()[\]]+\.[^\s<>,;"'()[\]]+/g) ?? []).map((each) => each.toLowerCase());

/** A mark that is the same for the same text, without keeping it: two sums over its characters (FNV-1a, twice). */
function markOf(text: string): string {
	const sum = (seed: number) => {
		let hash = seed;
		for (let place = 0; place < text.length; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
		return hash.toString(36);
	};
	return `${sum(0x811c9dc5)}${sum(0x1b873593)}`;
}

/** Reads it; undefined when the text does not begin like one. */
export function readPastedMail(text: string, today: Day): ReadMail | undefined {
	const lines = text.replaceAll('\r\n', '\n').trimStart().split('\n');
	const told: Partial<Record<'from' | 'to' | 'subject' | 'sent', string>> = {};
	let row = 0;
	for (; row < Math.min(lines.length, 12); row++) {
		const [, label, value] = /^\s*\*?(\p{L}+)\*?\s*:\s*(.*)$/u.exec(lines[row]!) ?? [];
		const name = label && labels[label.toLowerCase()];
		if (!name) break;
		told[name] = told[name] ? `${told[name]}, ${value}` : value!;
	}
	if (told.subject === undefined || (told.from === undefined && told.to === undefined)) return undefined;
	const [sentOn] = daysInText(told.sent ?? '', today).filter((day) => day <= today);
	return {
		id: markOf(text.trim()),
		from: addressesIn(told.from ?? '')[0],
		to: addressesIn(told.to ?? ''),
		subject: told.subject.trim().slice(0, 300),
		sentOn: sentOn ?? today,
		text: lines.slice(row).join('\n'),
		attachments: [],
		isToMany: false
	};
}
