// What can be done with organisations, people and what ties them.
import { eq } from 'drizzle-orm';
import { Conflict, invalid } from '#platform/errors.ts';
import { marked, say } from '#platform/localized.ts';
import {
	OTHER_ORGANISATION,
	OTHER_PERSON,
	OWN_ORGANISATION,
	OWN_PERSON,
	PARTNER_ORGANISATION
} from '#platform/personas.ts';
import { rows, sql } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { freeKey } from '#platform/server/key.ts';
import { checkReferences } from '#platform/server/references.ts';
import { modules, type PersonalRecord } from '#platform/server/module.ts';
import { operation, read, type Caller } from '#platform/server/operation.ts';
import * as inputs from '../inputs.ts';
import * as rules from '../rules.ts';
import { organisationDetails, organisationList, visibleOrganisation } from './queries.ts';
import { isOnlyOneOf, lastingAdministrators, personById } from './people.ts';
import { affiliation, associationRole, contact, membership, organisation, organisationTie, person } from './schema.ts';

const aboutOrganisation = (subject: { id: string }) => ({ kind: 'organisation', id: subject.id });

export const addOrganisation = operation({
	name: 'members.addOrganisation',
	input: inputs.organisation,
	may: rules.mayKeepRegister,
	about: (_subject, result: { id: string }) => ({ kind: 'organisation', id: result.id }),
	run: async ({ db, locale, input }) => {
		const key = input.key ?? (await freeKey(db, organisation, say(input.name, locale)));
		const [made] = await db
			.insert(organisation)
			.values({ id: newId(), ...input, key })
			.onConflictDoNothing()
			.returning();
		if (!made) throw new Conflict('members_conflict_key_taken');
		return { id: made.id };
	}
});

export const changeOrganisation = operation({
	name: 'members.changeOrganisation',
	input: inputs.organisationChange,
	subject: ({ db, actor }, { organisationId }) => visibleOrganisation(db, actor, organisationId),
	may: rules.mayEditOrganisation,
	cases: {
		'own organisation': { id: OWN_ORGANISATION },
		'other organisation': { id: OTHER_ORGANISATION }
	},
	about: aboutOrganisation,
	run: async ({ db, subject, input: { name, shortName, country, website, description } }) => {
		// What was emptied in the form is emptied here.
		const given = { shortName: shortName ?? null, country: country ?? null, website: website ?? null };
		await db
			.update(organisation)
			.set(marked(subject, { name, ...given, description: description ?? null }))
			.where(eq(organisation.id, subject.id));
		return { id: subject.id };
	}
});

export const addMembership = operation({
	name: 'members.addMembership',
	input: inputs.membership,
	subject: ({ db, actor }, { organisationId }) => visibleOrganisation(db, actor, organisationId),
	may: rules.mayKeepRegister,
	about: aboutOrganisation,
	run: async ({ db, input }) => {
		const overlapping = await rows(
			db,
			sql`select 1 from membership where organisation_id = ${input.organisationId}
				and daterange(starts_on, ends_on, '[]') && daterange(${input.startsOn}, ${input.endsOn ?? null}::date, '[]')`
		);
		if (overlapping.length > 0) throw new Conflict('members_conflict_membership_overlaps');
		const id = newId();
		await db.insert(membership).values({ id, ...input });
		return { id };
	}
});

export const endMembership = operation({
	name: 'members.endMembership',
	input: inputs.membershipEnd,
	subject: async ({ db }, { membershipId }) =>
		(await db.select().from(membership).where(eq(membership.id, membershipId)))[0],
	may: rules.mayKeepRegister,
	about: (subject) => ({ kind: 'organisation', id: subject.organisationId }),
	run: async ({ db, subject, input }) => {
		if (input.endsOn < subject.startsOn) throw new Conflict('members_conflict_ends_before_start');
		await db.update(membership).set({ endsOn: input.endsOn }).where(eq(membership.id, subject.id));
	}
});

export const tieOrganisations = operation({
	name: 'members.tieOrganisations',
	input: inputs.organisationTie,
	subject: ({ db, actor }, { organisationId }) => visibleOrganisation(db, actor, organisationId),
	may: rules.mayKeepRegister,
	about: aboutOrganisation,
	run: async ({ db, input }) => {
		if (input.organisationId === input.otherOrganisationId) throw new Conflict('members_conflict_tie_to_itself');
		await checkReferences(db, [{ path: 'otherOrganisationId', table: organisation, id: input.otherOrganisationId }]);
		const id = newId();
		await db.insert(organisationTie).values({ id, ...input });
		return { id };
	}
});

export const addPerson = operation({
	name: 'members.addPerson',
	input: inputs.person,
	may: rules.mayKeepRegister,
	about: (_subject, result: { id: string }) => ({ kind: 'person', id: result.id }),
	run: async ({ db, input }) => {
		const [made] = await db
			.insert(person)
			.values({ id: newId(), ...input })
			.onConflictDoNothing()
			.returning();
		if (!made) throw new Conflict('members_conflict_address_taken');
		return { id: made.id };
	}
});

export const addAffiliation = operation({
	name: 'members.addAffiliation',
	input: inputs.affiliation,
	subject: ({ db, actor }, { organisationId }) => visibleOrganisation(db, actor, organisationId),
	may: rules.mayKeepRegister,
	about: aboutOrganisation,
	run: async ({ db, input }) => {
		await checkReferences(db, [{ path: 'personId', table: person, id: input.personId }]);
		const id = newId();
		await db.insert(affiliation).values({ id, ...input });
		return { id };
	}
});

export const giveRole = operation({
	name: 'members.giveRole',
	input: inputs.associationRole,
	subject: ({ db }, { personId }) => personById(db, personId),
	may: rules.mayGiveRoles,
	about: (subject) => ({ kind: 'person', id: subject.id }),
	run: async ({ db, input }) => {
		const id = newId();
		await db.insert(associationRole).values({ id, ...input });
		return { id };
	}
});

export const recordContact = operation({
	name: 'members.recordContact',
	input: inputs.contact,
	subject: ({ db, actor }, { organisationId }) => visibleOrganisation(db, actor, organisationId),
	may: rules.mayRecordContact,
	about: aboutOrganisation,
	run: async ({ db, actor, clock, input: { note, ...values } }) => {
		if (values.contactedOn > clock.today()) throw invalid('contactedOn', 'members_issue_contact_in_future');
		await checkReferences(db, [{ path: 'personId', table: person, id: values.personId }]);
		const id = newId();
		await db.insert(contact).values({ id, ...values, note: note ?? null, byPersonId: actor.personId });
		return { id };
	}
});

export const listOrganisations = read({
	name: 'members.listOrganisations',
	input: inputs.list,
	may: rules.maySeeOrganisations,
	run: ({ db, actor, clock, input }) => organisationList(db, actor, clock.today(), input)
});

export const showOrganisation = read({
	name: 'members.showOrganisation',
	input: inputs.organisationId,
	subject: ({ db, actor }, { organisationId }) => visibleOrganisation(db, actor, organisationId),
	may: rules.maySeeOrganisation,
	cases: {
		'a member, or one that was': { id: OTHER_ORGANISATION, everMember: true },
		'own organisation, never a member': { id: PARTNER_ORGANISATION, everMember: false },
		'another organisation, never a member': { id: OTHER_ORGANISATION, everMember: false }
	},
	run: ({ db, actor, clock, subject }) => organisationDetails(db, actor, clock.today(), subject)
});

const personToErase = async ({ db, clock }: Pick<Caller, 'db' | 'clock'>, personId: string) => {
	const found = await personById(db, personId);
	if (!found || found.erasedAt) return undefined;
	const administrators = await lastingAdministrators(db, clock.today());
	return { id: found.id, personId, isOnlyAdministrator: isOnlyOneOf(administrators, personId) };
};

const ownOrOther = {
	self: { personId: OWN_PERSON },
	'somebody else': { personId: OTHER_PERSON }
};

export const exportPerson = read({
	name: 'members.exportPerson',
	input: inputs.personId,
	subject: async ({ db }, { personId }) => {
		const found = await personById(db, personId);
		return found && { ...found, personId: found.id };
	},
	may: rules.maySeePersonalData,
	cases: ownOrOther,
	/** Everything that all modules keep on the person: what is kept, why, and the records themselves. */
	run: async ({ db, subject }) => {
		const records = modules().flatMap((module) => module.personal ?? []);
		const kept: (Omit<PersonalRecord, 'columns' | 'export' | 'erase'> & { records: unknown[] })[] = [];
		for (const { columns: _columns, erase: _erase, export: exportRecords, ...said } of records) {
			kept.push({ ...said, records: await exportRecords(db, subject.id) });
		}
		return kept;
	}
});

export const erasePerson = operation({
	name: 'members.erasePerson',
	input: inputs.personId,
	subject: (caller, { personId }) => personToErase(caller, personId),
	may: rules.mayErase,
	cases: { 'a person': { isOnlyAdministrator: false }, 'the only administrator': { isOnlyAdministrator: true } },
	about: (subject) => ({ kind: 'person', id: subject.id }),
	run: async ({ db, subject }) => {
		// Last module first: the person's own row goes when nothing of it is read any more.
		const records = modules().flatMap((module) => module.personal ?? []);
		for (const record of records.toReversed()) await record.erase(db, subject.id);
	}
});
