// Finding anything by its words.
import { read } from '#platform/server/operation.ts';
import { question } from '../inputs.ts';
import * as rules from '../rules.ts';
import { hitsOf, pageSize } from './queries.ts';

export const findRecords = read({
	name: 'search.findRecords',
	input: question,
	may: rules.maySearch,
	run: async ({ input, subject: _subject, ...caller }) => ({
		...input,
		pageSize,
		found: input.q === '' ? [] : await hitsOf(caller, input)
	})
});
