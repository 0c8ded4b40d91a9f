// What comes in about channels and issues.
import { z } from 'zod';
import { channelKinds } from './words.ts';
import { count, day, id, key, localized, localizedParagraph, optional, tags, webAddress } from '#platform/input.ts';

export const channel = z.object({
	key,
	name: localized(200),
	kind: z.enum(channelKinds),
	description: optional(localizedParagraph(4000)),
	groupId: optional(id),
	visibility: z.enum(['public', 'members', 'group', 'bureau']).default('members')
});

export const channelId = z.object({ channelId: id });

const issueContent = z.object({
	title: localized(300),
	sentOn: day,
	state: z.enum(['planned', 'sent']).default('sent'),
	recipients: optional(count.max(100_000_000)),
	link: optional(webAddress),
	tags
});

export const issue = issueContent.extend({ channelId: id });
export const issueChange = issueContent.extend({ issueId: id });
export const issueId = z.object({ issueId: id });
export const nothing = z.object({});
