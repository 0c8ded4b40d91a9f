// What intake adds to the platform.
import type { Module } from '#platform/server/module.ts';
import { personal } from './personal.ts';

export const intake: Module = {
	name: 'intake',
	operations: {},
	personal
};
