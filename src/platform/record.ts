// A reference to any record of any module: by its kind and id, so that it survives a new name or address.
import { z } from 'zod';
import { id } from './input.ts';
import type { Localized } from './localized.ts';

/** The kind under which a module publishes the record in `search_document`: `promise`, `event`, `document`. */
export const recordKind = z
	.string()
	.max(40)
	.regex(/^[a-z]+(?:-[a-z]+)*$/);
export const recordRef = z.object({ kind: recordKind, id });

export type RecordRef = z.output<typeof recordRef>;

/** What a record is called today and where it stands. */
export type NamedRecord = RecordRef & { title: Localized; href: string };

export const refKey = ({ kind, id }: RecordRef) => `${kind}/${id}`;
