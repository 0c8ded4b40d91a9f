// What stands on the page of any record, whichever module's it is: the tasks about it and what was said about it.
import { addComment, changeComment, listComments, withdrawComment } from '#modules/comments/server/operations.ts';
import { addTask } from '#modules/tasks/server/operations/add-task.ts';
import { finishTask } from '#modules/tasks/server/operations/finish-task.ts';
import { listTasksAbout } from '#modules/tasks/server/operations/list-tasks.ts';
import { assigneeChoices } from '#modules/tasks/labels.ts';
import { momentText } from '#platform/dates.ts';
import type { RecordRef } from '#platform/record.ts';
import { act, type ActionEvent } from '#platform/server/action.ts';
import { DEFAULT_TIME_ZONE } from '#platform/server/association.ts';

/** For the page's `load`. */
export async function aroundRecord({ caller, association }: App.Locals, ref: RecordRef) {
	const timeZone = association?.timeZone ?? DEFAULT_TIME_ZONE;
	const inWords = (moment: Date | null) => moment && momentText(moment, caller.locale, timeZone);
	const { comments, ...said } = await listComments(caller, ref);
	const tasks = await listTasksAbout(caller, ref);
	// A response is somebody's: of a person, and of another than who asks.
	const others = tasks.assignees.filter(({ person }) => person !== undefined);
	return {
		tasks,
		responders: assigneeChoices(others, caller.locale),
		comments: {
			...said,
			comments: comments.map((one) => ({
				...one,
				written: momentText(one.writtenAt, caller.locale, timeZone),
				changed: inWords(one.changedAt),
				withdrawn: inWords(one.withdrawnAt)
			}))
		}
	};
}

type Event = ActionEvent & { url: URL };

/** For the page's `actions`; `here` is the address of the page. */
export const aroundActions = <Params>(here: (params: Params) => string) => {
	const then = (event: { params: Params }, part: string) => () => `${here(event.params)}#${part}`;
	type Sent = Event & { params: Params };
	return {
		addTask: (event: Sent) => act(event, addTask, { form: 'task', then: then(event, 'tasks') }),
		finishTask: (event: Sent) => act(event, finishTask, { then: then(event, 'tasks') }),
		addComment: (event: Sent) => act(event, addComment, { form: 'comment', then: then(event, 'comments') }),
		changeComment: (event: Sent) =>
			act(event, changeComment, {
				form: `comment-${event.url.searchParams.get('comment')}`,
				then: then(event, 'comments')
			}),
		withdrawComment: (event: Sent) => act(event, withdrawComment, { then: then(event, 'comments') })
	};
};
