// What search adds to the platform.
import type { Module } from '#platform/server/module.ts';
import { findRecords } from './operations.ts';

export const search: Module = { name: 'search', operations: { findRecords } };
