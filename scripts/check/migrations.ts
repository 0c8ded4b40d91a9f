// Findings on the journal of migrations: every file once, in order, with a number of its own.

export type Journal = { entries: { idx: number; when: number; tag: string }[] };

export function journalFindings({ entries }: Journal, files: readonly string[]): string[] {
	const tags = entries.map(({ tag }) => tag);
	return [
		...files
			.filter((file) => !tags.includes(file.replace('.sql', '')))
			.map((file) => `migrations/${file}: is not in meta/_journal.json, so it is never run.`),
		...tags
			.filter((tag) => !files.includes(`${tag}.sql`))
			.map((tag) => `migrations/meta/_journal.json: ${tag}.sql does not exist.`),
		...tags
			.filter((tag, index) => tags.indexOf(tag) !== index)
			.map((tag) => `migrations/meta/_journal.json: ${tag} stands in it twice.`),
		...entries
			.filter(({ idx, tag }, index) => idx !== index || !tag.startsWith(`${String(index).padStart(4, '0')}_`))
			.map(({ tag }) => `migrations/meta/_journal.json: ${tag} is not in order of its number.`)
	];
}
