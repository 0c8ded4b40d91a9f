// What can be done with people, their positions and roles, beside adding them.
import { eq } from 'drizzle-orm';
import { Conflict, invalid } from '#platform/errors.ts';
import { OTHER_PERSON, OWN_PERSON } from '#platform/personas.ts';
import type { Database } from '#platform/server/database.ts';
import { newId } from '#platform/server/id.ts';
import { modules } from '#platform/server/module.ts';
import { operation, read } from '#platform/server/operation.ts';
import { checkReferences } from '#platform/server/references.ts';
import * as inputs from '../inputs.ts';
import * as rules from '../rules.ts';
import { isOnlyOneOf, lastingAdministrators, peopleList, personDetails, visiblePerson } from './people.ts';
import { organisationNames } from './queries.ts';
import { affiliation, associationRole, contact, organisation, organisationTie, person } from './schema.ts';

const aboutPerson = (subject: { personId: string }) => ({ kind: 'person', id: subject.personId });

const checkPeriod = (period: { startsOn: string | null }, endsOn: string) => {
	if (period.startsOn && endsOn < period.startsOn) throw invalid('endsOn', 'ends_before_it_starts');
};

/** Nobody else has this address; said beside the field, before the database refuses. */
async function checkAddress(db: Database, email: string | undefined, personId?: string) {
	if (!email) return;
	const [taken] = await db.select({ id: person.id }).from(person).where(eq(person.email, email)).for('update');
	if (taken && taken.id !== personId) throw invalid('email', 'members_conflict_address_taken');
}

export const addColleague = operation({
	name: 'members.addColleague',
	input: inputs.colleague,
	may: rules.mayKeepRegister,
	about: (_subject, result: { id: string }) => ({ kind: 'person', id: result.id }),
	run: async ({ db, input: { organisationId, role, function: does, startsOn, ...who } }) => {
		await checkReferences(db, [{ path: 'organisationId', table: organisation, id: organisationId }]);
		await checkAddress(db, who.email);
		const [made] = await db
			.insert(person)
			.values({ id: newId(), ...who })
			.onConflictDoNothing()
			.returning({ id: person.id });
		if (!made) throw new Conflict('members_conflict_address_taken');
		await db
			.insert(affiliation)
			.values({ id: newId(), personId: made.id, organisationId, role, function: does, startsOn });
		return made;
	}
});

export const changePerson = operation({
	name: 'members.changePerson',
	input: inputs.personChange,
	subject: ({ db, actor, clock }, { personId }) => visiblePerson(db, actor, clock.today(), personId),
	may: rules.mayChangePerson,
	cases: {
		self: { personId: OWN_PERSON, isAdministrator: false },
		'somebody else': { personId: OTHER_PERSON, isAdministrator: false },
		'an administrator': { personId: OTHER_PERSON, isAdministrator: true }
	},
	about: aboutPerson,
	run: async ({ db, subject, input: { personId, email, phone, ...values } }) => {
		// Whoever signs in by this address would lock themselves out.
		if (!email && subject.isAdministrator) throw invalid('email', 'members_issue_administrator_needs_address');
		await checkAddress(db, email, personId);
		await db
			.update(person)
			.set({ ...values, email: email ?? null, phone: phone ?? null })
			.where(eq(person.id, subject.id));
	}
});

export const endAffiliation = operation({
	name: 'members.endAffiliation',
	input: inputs.affiliationEnd,
	subject: async ({ db, actor }, { affiliationId }) =>
		rules.mayKeepRegister(actor)
			? (await db.select().from(affiliation).where(eq(affiliation.id, affiliationId)))[0]
			: undefined,
	may: rules.mayKeepRegister,
	about: aboutPerson,
	run: async ({ db, subject, input: { endsOn } }) => {
		checkPeriod(subject, endsOn);
		await db.update(affiliation).set({ endsOn }).where(eq(affiliation.id, subject.id));
	}
});

export const endRole = operation({
	name: 'members.endRole',
	input: inputs.roleEnd,
	subject: async ({ db, actor }, { roleId }) =>
		rules.mayGiveRoles(actor)
			? (await db.select().from(associationRole).where(eq(associationRole.id, roleId)))[0]
			: undefined,
	may: rules.mayGiveRoles,
	about: aboutPerson,
	run: async ({ db, clock, subject, input: { endsOn } }) => {
		checkPeriod(subject, endsOn);
		// Held until the end, so that two administrators cannot end each other's role at once.
		await db.select().from(associationRole).where(eq(associationRole.role, 'administrator')).for('update');
		await db.update(associationRole).set({ endsOn }).where(eq(associationRole.id, subject.id));
		const left = await lastingAdministrators(db, clock.today());
		if (subject.role === 'administrator' && left.length === 0)
			throw new Conflict('members_conflict_last_administrator');
	}
});

export const endTie = operation({
	name: 'members.endTie',
	input: inputs.tieEnd,
	subject: async ({ db, actor }, { tieId }) =>
		rules.mayKeepRegister(actor)
			? (await db.select().from(organisationTie).where(eq(organisationTie.id, tieId)))[0]
			: undefined,
	may: rules.mayKeepRegister,
	about: (subject) => ({ kind: 'organisation', id: subject.organisationId }),
	run: async ({ db, subject, input: { endsOn } }) => {
		checkPeriod(subject, endsOn);
		await db.update(organisationTie).set({ endsOn }).where(eq(organisationTie.id, subject.id));
	}
});

/** A contact that was recorded by mistake; it no longer counts. */
export const withdrawContact = operation({
	name: 'members.withdrawContact',
	input: inputs.contactId,
	subject: async ({ db, actor }, { contactId }) =>
		rules.mayRecordContact(actor) ? (await db.select().from(contact).where(eq(contact.id, contactId)))[0] : undefined,
	may: rules.mayRecordContact,
	about: (subject) => ({ kind: 'organisation', id: subject.organisationId }),
	run: async ({ db, subject }) => {
		await db.delete(contact).where(eq(contact.id, subject.id));
	}
});

export const listPeople = read({
	name: 'members.listPeople',
	input: inputs.peopleList,
	may: rules.maySeePeople,
	run: ({ db, actor, clock, input }) => peopleList(db, actor, clock.today(), input)
});

export const showPerson = read({
	name: 'members.showPerson',
	input: inputs.personId,
	subject: ({ db, actor, clock }, { personId }) => visiblePerson(db, actor, clock.today(), personId),
	may: rules.maySeePerson,
	cases: {
		self: { personId: OWN_PERSON, isListed: false },
		"of a member or the association's own": { personId: OTHER_PERSON, isListed: true },
		'anybody else': { personId: OTHER_PERSON, isListed: false }
	},
	run: async ({ db, actor, clock, subject }) => {
		const isOnlyAdministrator = isOnlyOneOf(await lastingAdministrators(db, clock.today()), subject.id);
		return {
			...(await personDetails(db, actor, clock.today(), subject)),
			may: {
				change: rules.mayChangePerson(actor, subject),
				giveRoles: rules.mayGiveRoles(actor),
				keep: rules.mayKeepRegister(actor),
				erase: rules.mayErase(actor, { isOnlyAdministrator }),
				seeData: rules.maySeePersonalData(actor, subject)
			}
		};
	}
});

/** Names to choose an organisation from. */
export const listOrganisationNames = read({
	name: 'members.listOrganisationNames',
	input: inputs.nothing,
	may: rules.mayKeepRegister,
	run: ({ db, actor }) => organisationNames(db, actor)
});

/** What is kept on people at all: the register of processing (GDPR art. 30), as the modules declare it. */
export const listProcessing = read({
	name: 'members.listProcessing',
	input: inputs.nothing,
	may: rules.mayKeepRegister,
	run: () =>
		modules().flatMap(({ name: module, personal = [] }) =>
			personal.map(({ name, purpose, stays, columns }) => ({ module, name, purpose, stays, columns }))
		)
});
