// The example's suggestions: a calendar, an attendance list, a mail and a list of newsletters that somebody of the bureau brought in and nobody decided on yet; and calls as the telephone exchange lists them.
import type { Caller } from '#platform/server/operation.ts';
import type { Story } from '#platform/server/story.ts';
import { importFacts } from './operations/import-facts.ts';
import { takeIn } from './operations/take-in.ts';

const files = ['agenda-bureau.ics', 'presentie-lobbygroep.csv', 'procedure.eml', 'nieuwsbrieven.csv'];

export async function example(_caller: Caller, story: Story): Promise<void> {
	const office = await story.as('Ayşe Demir', story.today);
	const taken = await takeIn(office, {
		files: files.map((name) => new File([story.text(`suggestions/${name}`)], name))
	});
	await importFacts(office, {
		file: new File([story.text('suggestions/telefooncentrale.csv')], 'telefooncentrale.csv')
	});
	const [refused] = taken.refused;
	if (refused) throw new Error(`suggestions/${refused.name}: ${refused.issues.map(({ code }) => code).join(', ')}`);
}
