// Around every request: who asks, in which language, within which limits; and what the answer carries and leaves in the log.
import { type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit/hooks';
import '#modules/list.server.ts';
import { answerRequest } from '#platform/server/request.ts';
import { reportError } from '#platform/server/report-error.ts';
import { openWeb } from '#platform/server/web.ts';

export const init: ServerInit = openWeb;

export const handle: Handle = ({ event, resolve }) => answerRequest(event, resolve);

export const handleError: HandleServerError = ({ kind, error, event }) => reportError(kind, error, event);
