// The rules of comments, persona by persona.
import { expect, test } from 'vitest';
import { personas } from '#platform/personas.ts';
import { mayChangeComment, mayComment, maySeeComments, mayWithdrawComment } from './rules.ts';

const staff = personas["member's staff"];
const { bureau, administrator, outsider, visitor } = personas;

test('those inside say something; what is for the bureau is said by the bureau', () => {
	const inside = [staff, personas['board member'], bureau, outsider, visitor];
	expect(inside.map((actor) => mayComment(actor, { visibility: 'members' }))).toEqual([true, true, true, false, false]);
	expect(inside.map((actor) => mayComment(actor, { visibility: 'bureau' }))).toEqual([
		false,
		false,
		true,
		false,
		false
	]);
	expect(inside.map(maySeeComments)).toEqual([true, true, true, false, false]);
});

test('one changes only one’s own words; an administrator may withdraw those of another', () => {
	const own = { byPersonId: staff.personId };
	expect([staff, bureau, administrator].map((actor) => mayChangeComment(actor, own))).toEqual([true, false, false]);
	expect([staff, bureau, administrator].map((actor) => mayWithdrawComment(actor, own))).toEqual([true, false, true]);
	expect(mayChangeComment(visitor, { byPersonId: null })).toBe(false);
});
