// What groups adds to the platform.
import { m } from '#paraglide/messages.js';
import { isInside } from '#platform/actor.ts';
import type { Module } from '#platform/server/module.ts';
import { example } from './example.ts';
import * as operations from './operations.ts';
import { personal } from './personal.ts';
import { groupsByKey } from './public.ts';
import { tiesOf } from './ties.ts';
import { views } from './views.ts';

export const groups: Module = {
	name: 'groups',
	menu: [
		{ area: 'member', href: '/groups', label: (locale) => m.groups_menu({}, { locale }), may: isInside, order: 55 }
	],
	operations,
	views,
	referables: [{ refersTo: 'group', all: groupsByKey }],
	personal,
	tiesOf,
	example
};
