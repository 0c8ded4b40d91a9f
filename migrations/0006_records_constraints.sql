-- Periods of one term may not overlap: it would hold twice on a day.
alter table term_period add constraint term_periods_do_not_overlap
	exclude using gist (term_id with =, daterange(starts_on, ends_on, '[]') with &&);
