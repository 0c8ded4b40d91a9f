// What the parts of the example year share: the files it is told in, who acts on which day, and chance that falls the same way every time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { chance, type Chance } from '#platform/chance.ts';
import type { Clock } from '#platform/clock.ts';
import type { Day } from '#platform/day.ts';
import { actorOf } from './module.ts';
import type { Caller } from './operation.ts';

export type Story = {
	/** The day on which the example is read. */
	today: Day;
	/** The text of one of its files. */
	text: (file: string) => string;
	/** A YAML file of it, checked. */
	read: <Schema extends z.ZodType>(file: string, schema: Schema) => z.output<Schema>;
	/** Chance of its own for every name. */
	chance: (name: string) => Chance;
	/** Names a person of the story, so that other parts can let them act. */
	cast: (name: string, personId: string) => void;
	personId: (name: string) => string;
	/** The caller as this person on that day; without a name as the system. */
	as: (name: string | undefined, day: Day) => Promise<Caller>;
};

/** At noon: whatever is recorded that day happened during working hours. */
const clockOf = (day: Day): Clock => ({ today: () => day, now: () => new Date(`${day}T10:00:00Z`) });

/** A story from the files in `folder`, told to the database of `caller`. */
export function openStory(caller: Caller, folder: string, today: Day): Story {
	const text = (file: string) => readFileSync(join(folder, file), 'utf8');
	const people = new Map<string, string>();
	const actors = new Map<string, Caller['actor']>();
	const personId = (name: string) => {
		const id = people.get(name);
		if (id === undefined) throw new Error(`The story knows no ${name}.`);
		return id;
	};
	const actorNamed = async (name: string, day: Day) => {
		const known = actors.get(name);
		if (known) return known;
		const actor = await actorOf(caller.db, personId(name), day);
		actors.set(name, actor);
		return actor;
	};
	return {
		today,
		text,
		read: (file, schema) => {
			const { success, data, error } = schema.safeParse(parse(text(file)));
			if (!success) throw new Error(`${file}: ${error.message}`);
			return data;
		},
		chance,
		cast: (name, id) => void people.set(name, id),
		personId,
		as: async (name, day) => ({
			...caller,
			actor: name === undefined ? caller.actor : await actorNamed(name, day),
			clock: clockOf(day)
		})
	};
}
