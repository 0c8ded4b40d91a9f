// Who may record what went out.
import { expect, test } from 'vitest';
import { OTHER_GROUP, OWN_GROUP, personas } from '#platform/personas.ts';
import * as rules from './rules.ts';

const open = { groupId: OWN_GROUP, isClosed: false };

test('the lead of a group records an issue of its channel, but not of another group’s', () => {
	expect(rules.mayRecordIssue(personas['group lead'], open)).toBe(true);
	expect(rules.mayRecordIssue(personas['group lead'], { ...open, groupId: OTHER_GROUP })).toBe(false);
	expect(rules.mayRecordIssue(personas["member's staff"], open)).toBe(false);
});

test('nobody records an issue of a closed channel', () => {
	expect(rules.mayRecordIssue(personas.bureau, { ...open, isClosed: true })).toBe(false);
});

test('a channel of a group is seen by the group and the bureau', () => {
	const channel = { visibility: 'group', groupId: OWN_GROUP } as const;
	expect(rules.maySeeChannel(personas["member's staff"], channel)).toBe(true);
	expect(rules.maySeeChannel(personas["member's representative"], channel)).toBe(false);
	expect(rules.maySeeChannel(personas.bureau, channel)).toBe(true);
	expect(rules.maySeeChannel(personas.visitor, channel)).toBe(false);
});
