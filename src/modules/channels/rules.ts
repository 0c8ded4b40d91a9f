// Who may do what with channels and their issues.
import { isBureau, leads, type Actor } from '#platform/actor.ts';
import { maySee, type Visibility } from '#platform/visibility.ts';

type ChannelCase = { visibility: Visibility; groupId: string | null; isClosed: boolean };

export const mayOpenChannel = (actor: Actor) => isBureau(actor);
export const maySeeChannel = (actor: Actor, channel: Pick<ChannelCase, 'visibility' | 'groupId'>) =>
	maySee(actor, channel);
/** The bureau, or who leads the group it is for; nobody once it is closed. */
export const mayRecordIssue = (actor: Actor, channel: Pick<ChannelCase, 'groupId' | 'isClosed'>) =>
	!channel.isClosed && (isBureau(actor) || leads(actor, channel.groupId));
export const mayCloseChannel = (actor: Actor, channel: Pick<ChannelCase, 'isClosed'>) =>
	!channel.isClosed && isBureau(actor);
