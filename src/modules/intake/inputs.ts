// What comes in about facts from outside.
import { z } from 'zod';
import { dayOrders } from '#platform/cells.ts';
import { id, line, optional } from '#platform/input.ts';

/** 50,000 rows are some 8 MB; a file of ten times that is not a spreadsheet that somebody made. */
export const mostFileBytes = 50_000_000;
export const mostFactRows = 250_000;

export const factFile = z.object({
	file: z.file().max(mostFileBytes),
	/** For rows that name no source themselves. */
	source: optional(line(60)),
	/** How days such as 3/4/2022 are written in the file. */
	days: optional(z.enum(dayOrders))
});

export const factId = z.object({ factId: id });
export const nothing = z.object({});
