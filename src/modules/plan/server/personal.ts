// What the plan keeps on a person, how it is handed over, and how it is erased.
import { rows, sql } from '#platform/server/database.ts';
import type { PersonalRecord } from '#platform/server/module.ts';

const columns = [
	'plan.adopted_by_id',
	'trigger.state_by_id',
	'promise.owner_person_id',
	'condition_in_words.met_by_id',
	'plan_change.changed_by_id',
	'plan_version.made_by_id',
	'judged_reading.by_person_id',
	'judged_reading.withdrawn_by_id',
	'overruling.by_person_id',
	'overruling.lifted_by_id'
] as const;

export const personal: readonly PersonalRecord[] = [
	{
		name: { nl: 'Verantwoordelijkheid voor het plan', en: 'Answering for the plan' },
		purpose: {
			nl: 'Laten zien wie voor een belofte staat, wie een voorwaarde afvinkte en wie het plan wijzigde (gerechtvaardigd belang, AVG art. 6 lid 1 f).',
			en: 'Showing who answers for a promise, who ticked a condition and who changed the plan (legitimate interest, GDPR art. 6(1)(f)).'
		},
		stays: {
			nl: 'Dat er iets werd gewijzigd, wanneer en waarom; de naam verdwijnt met de persoon.',
			en: 'That something was changed, when and why; the name disappears with the person.'
		},
		words: { part: { nl: 'wat', en: 'what' }, subject: { nl: 'waarvan', en: 'of what' } },
		codes: {
			part: {
				owner: { nl: 'verantwoordelijk', en: 'answers for it' },
				condition: { nl: 'voorwaarde afgevinkt', en: 'ticked a condition' },
				change: { nl: 'gewijzigd', en: 'changed' },
				version: { nl: 'versie bewaard', en: 'kept a version' },
				trigger: { nl: 'aanleiding gemeld', en: 'told what it waited for' },
				adoption: { nl: 'vastgesteld', en: 'adopted' },
				judgement: { nl: 'beoordeeld', en: 'judged' },
				overruling: { nl: 'status bijgesteld', en: 'overruled the status' }
			}
		},
		columns,
		export: (db, personId) =>
			rows(
				db,
				sql`select 'owner' as part, title as subject, null::date as "on", null as reason from promise where owner_person_id = ${personId}
					union all select 'condition', p.title, c.met_on, c.met_source from condition_in_words c join promise p on p.id = c.promise_id where c.met_by_id = ${personId}
					union all select 'change', coalesce(p.title, t.label, case c.subject when 'plan' then l.title end, jsonb_build_object('nl', c.subject)),
							c.changed_on, c.why from plan_change c join plan l on l.id = c.plan_id left join promise p on p.id = c.promise_id
							left join trigger t on t.plan_id = c.plan_id and c.subject = 'triggers/' || t.key where c.changed_by_id = ${personId}
					union all select 'version', case when v.name is null then l.title else jsonb_build_object('nl', v.name) end, v.made_on, null
						from plan_version v join plan l on l.id = v.plan_id where v.made_by_id = ${personId}
					union all select 'trigger', label, state_on, why from trigger where state_by_id = ${personId}
					union all select 'adoption', title, adopted_on, null from plan where adopted_by_id = ${personId}
					union all select 'judgement', p.title, j.judged_on, j.reason from judged_reading j join promise p on p.id = j.promise_id
						where ${personId}::uuid in (j.by_person_id, j.withdrawn_by_id)
					union all select 'overruling', p.title, o.starts_on, o.why from overruling o join promise p on p.id = o.promise_id
						where ${personId}::uuid in (o.by_person_id, o.lifted_by_id)
					order by 1, 3`
			),
		erase: async (db, personId) => {
			// A promise without its owner must be given a new one; who acted in the past stays a row without a name.
			await db.execute(sql`update promise set owner_person_id = null where owner_person_id = ${personId}`);
		}
	}
];
