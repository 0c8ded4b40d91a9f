// For each address with parameters: the query that finds them in the example year, with a column per parameter.

export const routeSamples: Readonly<Record<string, string>> = {
	'/channels/[id]': "select id from channel where key = 'political-monitor'",
	'/channels/[id]/issues/[issue]': `select c.id, i.id as issue from channel c join issue i on i.channel_id = c.id
		where c.key = 'political-monitor' order by i.sent_on limit 1`
};
