// Who may see a record: one rule for pages, lists, facts and search. `server/views.ts` says the same in SQL; a test holds the two together.
import { isBureau, isIn, isInside, isOf, type Actor } from '#platform/actor.ts';

/**
 * `public` everyone · `members` people of members, bureau and board · `organisation` people of the record's organisation and the bureau ·
 * `group` people of the record's group and the bureau · `bureau` the bureau · `sealed` nobody (only sums are published).
 */
export const visibilities = ['public', 'members', 'organisation', 'group', 'bureau', 'sealed'] as const;
export type Visibility = (typeof visibilities)[number];

export type Seen = {
	visibility: Visibility;
	organisationId?: string | null;
	groupId?: string | null;
	/** Of what is of several groups: the others. */
	alsoGroupIds?: readonly string[];
};

export function maySee(actor: Actor, record: Seen): boolean {
	switch (record.visibility) {
		case 'public':
			return true;
		case 'members':
			return isInside(actor);
		case 'organisation':
			return isBureau(actor) || isOf(actor, record.organisationId ?? null);
		case 'group':
			return isBureau(actor) || [record.groupId ?? null, ...(record.alsoGroupIds ?? [])].some((id) => isIn(actor, id));
		case 'bureau':
			return isBureau(actor);
		case 'sealed':
			return false;
	}
}
