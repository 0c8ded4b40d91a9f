// Tables of better-auth: who can sign in, who is signed in, which links are out. They hold a person id and credentials, nothing else.
import { sql, type SQL } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

const at = () => timestamp({ withTimezone: true, mode: 'date' });

/**
 * Somebody who may sign in. better-auth wants a mail address for every user; here it is made from the person id by the
 * database itself, so that no real address can be stored twice and no code path of better-auth can sign somebody up.
 * The foreign key to the person stands in a migration: the platform knows no modules.
 */
export const authUser = pgTable('auth_user', {
	id: uuid().primaryKey(),
	personId: uuid().notNull().unique(),
	email: text()
		.notNull()
		.unique()
		.generatedAlwaysAs((): SQL => sql`${authUser.personId}::text || '@person.invalid'`),
	emailVerified: boolean().notNull().default(true),
	createdAt: at().notNull().defaultNow(),
	updatedAt: at().notNull().defaultNow()
});

/** Somebody signed in on a device. */
export const authSession = pgTable(
	'auth_session',
	{
		id: uuid().primaryKey(),
		userId: uuid()
			.notNull()
			.references(() => authUser.id, { onDelete: 'cascade' }),
		token: text().notNull().unique(),
		expiresAt: at().notNull(),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow(),
		/** Browser and system in words ("Firefox, Linux"), never the whole line that the browser sends. */
		userAgent: text(),
		/** better-auth writes this column; we keep no network addresses. */
		ipAddress: text()
	},
	(table) => [
		index().on(table.userId),
		index().on(table.expiresAt),
		check('auth_session_keeps_no_network_address', sql`${table.ipAddress} is null`)
	]
);

/** A credential other than the mail link: a passkey or a single sign-on account. Empty until those are added. */
export const authAccount = pgTable(
	'auth_account',
	{
		id: uuid().primaryKey(),
		userId: uuid()
			.notNull()
			.references(() => authUser.id, { onDelete: 'cascade' }),
		providerId: text().notNull(),
		accountId: text().notNull(),
		accessToken: text(),
		refreshToken: text(),
		idToken: text(),
		accessTokenExpiresAt: at(),
		refreshTokenExpiresAt: at(),
		scope: text(),
		password: text(),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow()
	},
	(table) => [index().on(table.userId), unique('auth_account_once').on(table.providerId, table.accountId)]
);

/** A link that is out: a hash of its token, for whom, until when. Gone once used. */
export const authVerification = pgTable(
	'auth_verification',
	{
		id: uuid().primaryKey(),
		identifier: text().notNull(),
		value: text().notNull(),
		expiresAt: at().notNull(),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow()
	},
	(table) => [index().on(table.identifier), index().on(table.expiresAt)]
);
