// For each address with parameters: the query that finds them in the example year, with a column per parameter.

const sectionOfMonitor = `select s.code as section, a.code as activity from promise p
	join activity a on a.id = p.activity_id join section s on s.id = a.section_id where p.code = 'P22-PI-MON-O1'`;

export const routeSamples: Readonly<Record<string, string>> = {
	'/channels/[id]': "select id from channel where key = 'political-monitor'",
	'/channels/[id]/issues/[issue]': `select c.id, i.id as issue from channel c join issue i on i.channel_id = c.id
		where c.key = 'political-monitor' order by i.sent_on limit 1`,
	'/plan/[section]': sectionOfMonitor,
	'/plan/[section]/[activity]': sectionOfMonitor,
	'/promises/[code]': "select code from promise where code = 'P22-PI-MON-O1'"
};
