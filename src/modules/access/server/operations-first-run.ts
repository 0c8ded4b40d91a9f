// The first run: a database becomes an association's own.
import { Conflict } from '#platform/errors.ts';
import { addFirstAdministrator } from '#modules/members/server/public.ts';
import { clockFor, theAssociation } from '#platform/server/association.ts';
import { allowSignIn } from '#platform/server/auth.ts';
import { operation } from '#platform/server/operation.ts';
import { association } from '#platform/server/schema.ts';
import * as inputs from '../inputs.ts';
import * as rules from '../rules.ts';

/**
 * Names the association and registers its first administrator, who may sign in from then on. Once per database: of two
 * who do so at once, the second waits for the row of the first and is refused.
 */
export const foundAssociation = operation({
	name: 'access.foundAssociation',
	input: inputs.foundation,
	subject: async ({ db }) => ({ isFounded: (await theAssociation(db)) !== undefined }),
	may: rules.mayFound,
	cases: { 'a new database': { isFounded: false }, 'an association': { isFounded: true } },
	about: (_subject, result: { personId: string }) => ({ kind: 'person', id: result.personId }),
	run: async ({ db, clock, locale, input: { name, timeZone, ...who } }) => {
		const [founded] = await db.insert(association).values({ name, timeZone }).onConflictDoNothing().returning();
		if (!founded) throw new Conflict('access_conflict_founded');
		const today = clockFor(founded, undefined).today();
		// The day may be pinned by a setting; the role holds from the earliest of both, so that it holds at once.
		const startsOn = today < clock.today() ? today : clock.today();
		const personId = await addFirstAdministrator(db, { ...who, locale }, startsOn);
		await allowSignIn(db, personId);
		return { personId };
	}
});
