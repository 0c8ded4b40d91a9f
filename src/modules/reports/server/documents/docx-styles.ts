// How a Word document looks: the styles of its headings and texts, in the document's language.
import { LineRuleType, TabStopPosition, TabStopType, type IStylesOptions } from 'docx';
import type { Locale } from '#platform/localized.ts';
import { inks } from '#platform/svg.ts';

const languages: Record<Locale, string> = { nl: 'nl-NL', en: 'en-GB' };
const ink = inks.ink.slice(1);
const soft = inks.soft.slice(1);
const serif = 'Cambria';
const sans = 'Calibri';

const title = (size: number, before: number, after: number) => ({
	run: { font: serif, size, bold: true, color: ink },
	paragraph: { spacing: { before, after }, keepNext: true }
});

const text = (id: string, run: Record<string, unknown>, paragraph: Record<string, unknown> = {}) => ({
	id,
	name: id,
	basedOn: 'Normal',
	run,
	paragraph
});

/** Sizes in half points, spaces in twentieths of a point. */
export const paperStyles = (locale: Locale): IStylesOptions => ({
	default: {
		document: {
			run: { font: sans, size: 20, color: ink, language: { value: languages[locale] } },
			paragraph: { spacing: { after: 80, line: 264, lineRule: LineRuleType.AUTO } }
		},
		title: title(44, 0, 160),
		heading1: title(30, 400, 140),
		heading2: title(24, 280, 100),
		heading3: title(21, 200, 80)
	},
	paragraphStyles: [
		text('Subtitle', { size: 22, color: soft }),
		text('Lead', { size: 24 }, { spacing: { after: 160 } }),
		text('Small', { size: 18, color: soft }, { spacing: { after: 40 } }),
		text('Code', { size: 15, color: soft }, { spacing: { after: 0 } }),
		text('Head', { size: 18, color: soft }, { spacing: { after: 0 } }),
		text('ContentsTitle', { font: serif, size: 26, bold: true }, { spacing: { before: 400, after: 120 } }),
		text('Caption', { size: 18, color: soft }, { spacing: { before: 160, after: 60 }, keepNext: true }),
		text(
			'Foot',
			{ size: 16, color: soft },
			{ tabStops: [{ type: TabStopType.RIGHT, position: TabStopPosition.MAX + 610 }] }
		)
	]
});
