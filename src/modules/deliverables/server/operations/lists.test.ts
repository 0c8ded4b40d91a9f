// The lists of deliverables: they show exactly what each may see, and what was asked for.
import { expect } from 'vitest';
import { Forbidden } from '#platform/errors.ts';
import { OTHER_GROUP, OWN_GROUP, personaNames, personas, type Persona } from '#platform/personas.ts';
import { newId } from '#platform/server/id.ts';
import { story, type Scene } from '#platform/server/testing.ts';
import { writeRegister } from '../../../../../tests/setup/register.ts';
import * as rules from '../../rules.ts';
import { deliverableVisibilities, plainVisibilities } from '../../words.ts';
import { decision, document, measuredThing, milestone, term } from '../schema.ts';
import { addDocument, listDocuments, showDocument } from './deliver-document.ts';
import { listDeliverableChoices } from './list-choices.ts';
import { listMilestones, showMilestone } from './reach-milestone.ts';
import { listMeasuredThings, showMeasuredThing } from './record-measurement.ts';
import { listTerms, showTerm } from './renew-term.ts';
import { listDecisions, showDecision } from './take-decision.ts';
import { withdrawDeliverable } from './withdraw-deliverable.ts';

const title = { nl: 'Iets' };
const grouped = () =>
	deliverableVisibilities.flatMap((visibility) =>
		[OWN_GROUP, OTHER_GROUP].map((groupId) => ({ id: newId(), title, visibility, groupId }))
	);
const plain = () => plainVisibilities.map((visibility) => ({ id: newId(), title, visibility }));

type Seen = { id: string; visibility: (typeof deliverableVisibilities)[number]; groupId?: string };
type Ways = {
	list: (who: Persona) => Promise<{ rows: { id: string }[] }>;
	show: (who: Persona, id: string) => Promise<unknown>;
};

async function agree(all: readonly Seen[], { list, show }: Ways) {
	for (const persona of personaNames) {
		const expected = new Set(
			all.filter((each) => rules.maySeeDeliverable(personas[persona], each)).map(({ id }) => id)
		);
		expect(new Set((await list(persona)).rows.map(({ id }) => id)), persona).toEqual(expected);
		for (const { id } of all) {
			const opens = await show(persona, id).then(
				() => true,
				() => false
			);
			expect(opens, `${persona} opens ${id}`).toBe(expected.has(id));
		}
	}
}

story('what each sees in a list, may open, and may see by the rule are the same', async ({ db, as }) => {
	await writeRegister(db);
	const [documents, milestones, decisions] = [grouped(), grouped(), grouped()];
	await db.insert(document).values(documents);
	await agree(documents, {
		list: (who) => listDocuments(as(who), {}),
		show: (who, documentId) => showDocument(as(who), { documentId })
	});
	await db.insert(milestone).values(milestones);
	await agree(milestones, {
		list: (who) => listMilestones(as(who), {}),
		show: (who, milestoneId) => showMilestone(as(who), { milestoneId })
	});
	await db.insert(decision).values(decisions);
	await agree(decisions, {
		list: (who) => listDecisions(as(who), {}),
		show: (who, decisionId) => showDecision(as(who), { decisionId })
	});
});

story('so it is for terms and what is measured', async ({ db, as }) => {
	const terms = plain();
	await db.insert(term).values(terms.map((each) => ({ ...each, kind: 'agreement' as const })));
	await agree(terms, { list: (who) => listTerms(as(who), {}), show: (who, termId) => showTerm(as(who), { termId }) });
	const things = plain();
	await db.insert(measuredThing).values(things);
	await agree(things, {
		list: (who) => listMeasuredThings(as(who), {}),
		show: (who, measuredThingId) => showMeasuredThing(as(who), { measuredThingId })
	});
});

async function someDocuments({ db, as }: Scene) {
	await writeRegister(db);
	const add = (nl: string, rest: object) => addDocument(as('bureau'), { title: { nl }, ...rest });
	await add('Zonder dag', {});
	await add('Straks', { dueOn: '2022-12-01', tags: ['lobby'], groupId: OWN_GROUP });
	await add('Te laat', { dueOn: '2022-03-01' });
	await add('Oud', { deliveredOn: '2022-01-10', tags: ['lobby'] });
	await add('Nieuw', { deliveredOn: '2022-08-10', dueOn: '2022-09-01' });
	const { id } = await add('Vervallen', { dueOn: '2022-05-01' });
	await withdrawDeliverable(as('bureau'), { kind: 'document', id, why: 'Niet nodig' });
}

story('the list has what is open in front by when it is due, then the newest; and can be filtered', async (scene) => {
	await someDocuments(scene);
	const list = async (filter: Parameters<typeof listDocuments>[1]) =>
		(await listDocuments(scene.as('bureau'), filter)).rows.map((row) => row.title.nl);
	expect(await list({})).toEqual(['Te laat', 'Straks', 'Zonder dag', 'Nieuw', 'Oud', 'Vervallen']);
	expect(await list({ show: 'open' })).toEqual(['Te laat', 'Straks', 'Zonder dag']);
	expect(await list({ show: 'done' })).toEqual(['Nieuw', 'Oud', 'Vervallen']);
	expect(await list({ tag: 'lobby' })).toEqual(['Straks', 'Oud']);
	expect(await list({ groupId: OWN_GROUP })).toEqual(['Straks']);
	expect(await list({ q: 'LAAT' })).toEqual(['Te laat']);
	expect(await list({ q: '%' })).toEqual([]);
	expect(await list({ page: '2' })).toEqual([]);
	expect((await listMeasuredThings(scene.as('bureau'), { tag: 'lobby' })).rows).toEqual([]);
});

story('who keeps something is offered the groups they may keep it for', async ({ db, as }) => {
	await writeRegister(db);
	const offered = await listDeliverableChoices(as('group lead'), {});
	expect(offered).toMatchObject({ groups: [{ id: OWN_GROUP }], mayBeOfNoGroup: false });
	expect(offered.organisations).toHaveLength(4);
	const all = await listDeliverableChoices(as('bureau'), {});
	expect(all).toMatchObject({ groups: [{ id: OTHER_GROUP }, { id: OWN_GROUP }], mayBeOfNoGroup: true });
	await expect(listDeliverableChoices(as('board member'), {})).rejects.toThrow(Forbidden);
});
