// What groups adds to the platform.
import type { Module } from '#platform/server/module.ts';
import { example } from './example.ts';
import * as operations from './operations.ts';
import { personal } from './personal.ts';
import { groupsByKey } from './public.ts';
import { tiesOf } from './ties.ts';

export const groups: Module = {
	name: 'groups',
	operations,
	referables: [{ refersTo: 'group', all: groupsByKey }],
	personal,
	tiesOf,
	example
};
