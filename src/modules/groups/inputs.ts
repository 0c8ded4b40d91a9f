// What comes in about groups.
import { z } from 'zod';
import { day, id, key, line, localized, localizedParagraph, optional } from '#platform/input.ts';

export const groupKinds = [
	'platform',
	'network',
	'working-group',
	'community',
	'advisory-group',
	'steering-group',
	'committee',
	'board',
	'body',
	'hub'
] as const;

export const group = z.object({
	/** Left out: made from the name. */
	key: optional(key),
	name: localized(200),
	kind: z.enum(groupKinds),
	description: optional(localizedParagraph(4000)),
	visibility: z.enum(['public', 'members', 'bureau']).default('members'),
	size: optional(z.coerce.number().int().min(1).max(10_000))
});

export const groupMembership = z
	.object({
		groupId: id,
		personId: id,
		role: z.enum(['lead', 'member']).default('member'),
		startsOn: day,
		endsOn: optional(day)
	})
	.refine((value) => !value.endsOn || value.endsOn >= value.startsOn, {
		error: 'ends_before_it_starts',
		path: ['endsOn']
	});

export const groupChange = group.omit({ key: true }).extend({ groupId: id });
export const groupMembershipRole = z.object({ membershipId: id, role: z.enum(['lead', 'member']) });
export const groupMembershipEnd = z.object({ membershipId: id, endsOn: day });
export const personId = z.object({ personId: id });

/** `find`: a name to look for among people who could join. */
export const shownGroup = z.object({ groupId: id, find: optional(line(100)) });

export const list = z.object({
	q: optional(line(100)),
	kind: optional(z.enum(groupKinds)),
	page: z.coerce.number().int().min(1).max(10_000).default(1)
});
