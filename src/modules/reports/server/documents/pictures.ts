// The pictures of a report, for files: the year strip by page, and the courses that are drawn.
import { m } from '#paraglide/messages.js';
import { dayText } from '#platform/dates.ts';
import { coursePicture } from '#platform/course-picture.ts';
import { say, type Locale } from '#platform/localized.ts';
import { stripPictures } from '#platform/strip-picture.ts';
import type { Picture } from '#platform/svg.ts';
import { shapes, statusWord } from '#platform/ui/status.ts';
import { isDrawn, textOnly } from '../../labels.ts';
import { grouped, type ReportLine, type ReportView } from '../../report-view.ts';

export type Described = Picture & {
	/** For who cannot see it. */
	alt: string;
};

/** Every promise that can be drawn, by table of the plan and activity, a picture for each page that it fills. */
export function yearPictures(report: ReportView, locale: Locale): Described[] {
	const parts = grouped(report.lines.filter(isDrawn)).flatMap(({ activities }) =>
		activities.map(({ activity, lines }) => ({
			title: activity ? say(activity.title, locale) : textOnly(locale),
			rows: lines.map((line) => ({
				title: say(line.title, locale),
				reading: line.reading[locale],
				statusKey: line.status,
				statusWord: statusWord(line.status, locale),
				shape: shapes[line.status],
				strip: { ...line.strip, measurable: line.status !== 'not_measurable' }
			}))
		}))
	);
	const alt = m.reports_picture_year({ day: dayText(report.readOn, locale) }, { locale });
	const year = Number(report.plan.startsOn.slice(0, 4));
	return stripPictures(parts, { year, today: report.readOn, locale, label: alt }).map((picture) => ({
		...picture,
		alt
	}));
}

/** The courses of a line: one for each part that runs through time. */
export const coursePictures = (line: ReportLine, locale: Locale): Described[] =>
	line.parts.flatMap(({ course, why, sentence }) => {
		if (!course || course.points.length < 2) return [];
		const alt = m.reports_picture_course({ sentence: sentence[locale], why: why[locale] }, { locale });
		return [
			{ ...coursePicture(course, { locale, label: alt, wantedWord: m.reports_picture_wanted({}, { locale }) }), alt }
		];
	});
