// Who may take in what comes from outside.
import { isBureau, type Actor } from '#platform/actor.ts';
import { maySee, type Seen } from '#platform/visibility.ts';

/** Files, calendars, lists and mails: the bureau's work. */
export const mayTakeIn = (actor: Actor) => isBureau(actor);
export const maySeeFact = (actor: Actor, fact: Seen) => maySee(actor, fact);
/** Which corrections a fact had. */
export const maySeeCorrections = (actor: Actor) => isBureau(actor);
