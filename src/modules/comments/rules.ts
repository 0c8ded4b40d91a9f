// Who may say something about a record, read it, change it and withdraw it.
import { isAdministrator, isBureau, isInside, isSelf, type Actor } from '#platform/actor.ts';
import { maySee } from '#platform/visibility.ts';

export const commentVisibilities = ['members', 'bureau'] as const;
export type CommentVisibility = (typeof commentVisibilities)[number];

/** Who may see the record and is inside; what only the bureau reads is written by the bureau. */
export const mayComment = (actor: Actor, { visibility }: { visibility: CommentVisibility }) =>
	visibility === 'bureau' ? isBureau(actor) : isInside(actor);
export const maySeeComments = (actor: Actor) => isInside(actor);
export const maySeeComment = (actor: Actor, comment: { visibility: CommentVisibility }) => maySee(actor, comment);

type Written = { byPersonId: string | null };
/** Only one's own words can be changed. */
export const mayChangeComment = (actor: Actor, comment: Written) => isSelf(actor, comment.byPersonId);
/** An administrator too, for what should not stand there. */
export const mayWithdrawComment = (actor: Actor, comment: Written) =>
	isSelf(actor, comment.byPersonId) || isAdministrator(actor);
