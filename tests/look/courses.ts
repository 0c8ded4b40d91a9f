// Courses for the pictures: a weekly monitor that fell behind, cafés that do well, and a number of members that moves a little.
import { addDays, type Day } from '#platform/day.ts';
import type { CourseInput } from '#platform/course.ts';

const today = '2022-08-31';
const period = { startsOn: '2022-01-01', endsOn: '2022-12-31', today };
const mondays = Array.from({ length: 52 }, (_, week) => addDays('2022-01-03', week * 7));
const weekly = mondays.filter((day, week) => day <= today && ![7, 8, 17, 27, 28, 29, 30, 31].includes(week));
const weeklyPlanned = mondays.filter((day) => day > today);
const counted = (days: readonly Day[], from = 0) => days.map((on, at) => ({ on, value: from + at + 1 }));

const cafes = ['2022-02-10', '2022-04-21', '2022-06-09', '2022-08-25'];
const cafesPlanned = ['2022-10-13', '2022-12-08'];

export const courses = {
	windows: [{ startsOn: '2022-01-01', endsOn: '2022-12-31' }],
	weekly,
	weeklyPlanned,
	weeklyCourse: {
		...period,
		points: counted(weekly),
		planned: counted(weeklyPlanned, weekly.length),
		expected: [
			{ on: '2022-01-01', low: 0, high: 1 },
			{ on: '2022-12-31', low: 51, high: 52 }
		],
		wanted: { low: 52 }
	} satisfies CourseInput,
	cafes: {
		...period,
		points: counted(cafes),
		planned: counted(cafesPlanned, cafes.length),
		expected: [0, 1, 2, 3, 4, 5].flatMap((done) => [
			{ on: addDays('2022-01-01', done * 61), low: done, high: done + 1 },
			{ on: addDays('2022-01-01', Math.min(364, done * 61 + 60)), low: done, high: done + 1 }
		]),
		wanted: { low: 5, high: 6 }
	} satisfies CourseInput,
	members: {
		...period,
		points: [
			{ on: '2021-06-01', value: 101 },
			{ on: '2022-01-01', value: 103 },
			{ on: '2022-03-15', value: 102 },
			{ on: '2022-05-01', value: 105 },
			{ on: '2022-07-01', value: 104 }
		],
		wanted: { low: 100 }
	} satisfies CourseInput
};
