// Records what somebody tells by hand, in as few words as can be; what is recorded already is not recorded again.
import { and, eq } from 'drizzle-orm';
import { contact } from '#modules/members/server/schema.ts';
import type { Day } from '#platform/day.ts';
import { Conflict } from '#platform/errors.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Deed } from '../deeds.ts';
import type { Payload } from '../suggestion.ts';
import { below, payloadOf, settleOthers } from './decide.ts';
import { dayOf, performContact, performDeed, type Performed } from './perform-deed.ts';
import { isSettled, recordedAlready } from './recorded.ts';

/** Of suggestions two contacts on one day are probably one; somebody who tells of a call after a visit means both. */
async function isContactRecorded({ db }: Caller, { organisationId, contactedOn, means }: Payload<'contact'>) {
	const found = await db
		.select({ id: contact.id })
		.from(contact)
		.where(
			and(eq(contact.organisationId, organisationId), eq(contact.contactedOn, contactedOn), eq(contact.means, means))
		);
	return found.length > 0;
}

async function isRecorded(caller: Caller, deed: Deed, payload: Payload): Promise<boolean> {
	if (deed === 'contact') return isContactRecorded(caller, payload as Payload<'contact'>);
	return isSettled(await recordedAlready(caller.db, deed, payload), dayOf(deed, payload), caller.clock.today());
}

/** A day that has come: it took place, or went out. */
function asItStands(deed: Deed, told: Record<string, unknown>, today: Day): Record<string, unknown> {
	if (deed === 'event') return { state: String(told.startsOn) <= today ? 'done' : 'planned', ...told };
	return deed === 'issue' ? { state: String(told.sentOn) <= today ? 'sent' : 'planned', ...told } : told;
}

/** Throws Invalid with paths below `payload`, and Conflict when it stands there already. */
export async function recordByHand(caller: Caller, deed: Deed, told: Record<string, unknown>): Promise<Performed> {
	const payload = await payloadOf(caller, deed, asItStands(deed, told, caller.clock.today()));
	if (await isRecorded(caller, deed, payload)) throw new Conflict(`intake_conflict_recorded_${deed}`);
	const performed = await below(
		deed === 'contact' ? performContact(caller, payload as Payload<'contact'>) : performDeed(caller, deed, payload)
	);
	await settleOthers(caller, { deed, happenedOn: dayOf(deed, payload) }, performed);
	return performed;
}
