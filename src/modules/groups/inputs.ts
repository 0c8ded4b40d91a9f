// What comes in about groups.
import { z } from 'zod';
import { day, id, key, localized, localizedParagraph, optional } from '#platform/input.ts';

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
	key,
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
