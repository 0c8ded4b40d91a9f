// What the form of a target offers to choose from. Light: it goes along to the browser, and the checking of targets does not.

export const amounts = [
	'at_least',
	'between',
	'exactly',
	'more_than',
	'at_most',
	'less_than',
	'not_below_start',
	'not_below_previous'
] as const;

export const rhythms = [
	'window',
	'week',
	'2 weeks',
	'month',
	'2 months',
	'3 months',
	'4 months',
	'quarter',
	'half-year',
	'year'
] as const;

/** Things that are reached or delivered once, by name. */
export const onces = { reach: 'milestone', deliver: 'document' } as const;
