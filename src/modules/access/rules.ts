// Who may do what with signing in, sessions and waiting mail.
import { isAdministrator, isSelf, type Actor } from '#platform/actor.ts';

export const isSignedIn = (actor: Actor) => actor.kind === 'person';
/** Nobody else's: not even an administrator sees where somebody is signed in. */
export const mayKeepSessions = isSignedIn;
export const mayEndSession = (actor: Actor, session: { personId: string }) => isSelf(actor, session.personId);
/** The outbox holds sign-in links as long as no mail server is set: see docs/decisions/020. */
export const mayReadOutbox = isAdministrator;
/** Whoever can run commands on the server holds the database anyway; nobody can by way of the site. */
export const mayIssueLink = (actor: Actor) => actor.kind === 'system';
/** Whoever opens a new Schakel first founds the association: there is nobody yet who could give that right. */
export const mayFound = (_actor: Actor, database: { isFounded: boolean }) => !database.isFounded;
