// What channels adds to the platform.
import { m } from '#paraglide/messages.js';
import { isInside } from '#platform/actor.ts';
import type { Module } from '#platform/server/module.ts';
import { example } from './example.ts';
import * as operations from './operations.ts';
import { channelsByKey } from './public.ts';
import { facts, views } from './views.ts';

export const channels: Module = {
	name: 'channels',
	menu: [
		{ area: 'member', href: '/channels', label: (locale) => m.channels_menu({}, { locale }), may: isInside, order: 50 }
	],
	operations,
	facts,
	views,
	referables: [{ refersTo: 'channel', all: channelsByKey }],
	example
};
