// What access keeps on a person, how it is handed over, and how it is erased.
import type { PersonalRecord } from '#platform/server/module.ts';
import { credentialsOf, forbidSignIn, openSessionsOf } from '#platform/server/session.ts';

export const personal: readonly PersonalRecord[] = [
	{
		name: { nl: 'Inloggen', en: 'Signing in' },
		purpose: {
			nl: 'Weten wie er is ingelogd, en op welk soort apparaat, zodat je dat zelf kunt nakijken en beëindigen (AVG art. 6 lid 1 b en f).',
			en: 'Knowing who is signed in, and on what kind of device, so that you can check and end that yourself (GDPR art. 6(1)(b) and (f)).'
		},
		stays: { nl: 'Niets.', en: 'Nothing.' },
		columns: ['auth_user.person_id', 'auth_session.user_id', 'auth_account.user_id'],
		export: async (db, personId) => [...(await openSessionsOf(db, personId)), ...(await credentialsOf(db, personId))],
		erase: forbidSignIn
	}
];
