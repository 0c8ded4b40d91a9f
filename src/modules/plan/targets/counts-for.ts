// What facts that are not there yet would count for: the questions whose answer they would move.
import { inside, matches, type Fact } from './evaluate.ts';
import type { CountQuestion, HoldQuestion, Question, SumQuestion, ValueQuestion } from './question.ts';

type Asked = CountQuestion | SumQuestion | HoldQuestion | ValueQuestion;

/** A fact is asked for, or is about one that is and that must have such facts: eight participants of a course. */
function isAsked(fact: Fact, asked: Asked, ranges: Question['ranges'], facts: readonly Fact[]): boolean {
	if (matches(fact, asked.kind, asked.filters)) return asked.ask === 'hold' || inside(fact.starts_on, ranges);
	if (asked.ask !== 'count') return false;
	return asked.having.some(
		(having) =>
			matches(fact, having.kind, having.filters) &&
			facts.some(
				(about) =>
					about.id === fact.subject_id && matches(about, asked.kind, asked.filters) && inside(about.starts_on, ranges)
			)
	);
}

const partsOf = ({ asked }: Question): Asked[] => (asked.ask === 'share' ? [asked.share, asked.of] : [asked]);

/** The questions that any of the facts would count for, in their own order. */
export const countsFor = (facts: readonly Fact[], questions: readonly Question[]): Question[] =>
	questions.filter((question) =>
		partsOf(question).some((asked) => facts.some((fact) => isAsked(fact, asked, question.ranges, facts)))
	);
