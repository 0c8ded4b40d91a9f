// What is kept on a person, per module: why, what stays after erasing, and in which columns.
import type { Module, PersonalRecord } from '#platform/server/module.ts';

const list = (columns: readonly string[]) =>
	columns.length === 0 ? 'the row of the person itself' : columns.map((each) => `\`${each}\``).join(', ');

const record = ({ name, purpose, stays, columns }: PersonalRecord) =>
	`### ${name.en}\n\n${name.nl}\n\n- Why: ${purpose.en}\n- What stays after erasing: ${stays.en}\n- Where: ${list(columns)}\n`;

/** The whole text, as it stands in docs/generated/personal-data.md. */
export const personalDataText = (modules: readonly Module[]) =>
	`# What is kept on a person

Made by \`npm run docs\` from what each module declares. A test reads the foreign keys of the database and fails when a
column that refers to a person stands in none of these.

${modules
	.filter(({ personal }) => personal && personal.length > 0)
	.map(({ name, personal }) => `## ${name}\n\n${personal!.map(record).join('\n')}`)
	.join('\n')}`;
