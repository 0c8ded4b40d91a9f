// The door of tasks: what other modules may call.
import type { z } from 'zod';
import type { RecordRef } from '#platform/record.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { task } from '../inputs.ts';
import { addTask } from './operations/add-task.ts';
import { tasksOf } from './queries.ts';

/**
 * Gives somebody a task, as the person who acts and by the same rules as on a page (`mayGiveTask`). `to` is what
 * `assigneeText` of `words.ts` makes; the kind in `about` is one that a module publishes in `search_document`.
 */
export const giveTask = (caller: Caller, input: z.input<typeof task>) => addTask(caller, input);

/** The tasks about records as far as the actor may see them, open ones first, by `refKey` of `#platform/record.ts`. */
export const tasksAbout = (caller: Pick<Caller, 'db' | 'actor'>, refs: readonly RecordRef[]) => tasksOf(caller, refs);
