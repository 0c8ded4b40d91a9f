// What comments add to the platform.
import type { Module } from '#platform/server/module.ts';
import { example } from './example.ts';
import * as operations from './operations.ts';
import { personal } from './personal.ts';

export const comments: Module = { name: 'comments', operations, personal, example };
