// What SvelteKit must know of our types.
import type { Association } from '#platform/server/association.ts';
import type { Caller } from '#platform/server/operation.ts';
import type { Session } from '#platform/server/session.ts';

declare global {
	namespace App {
		interface Locals {
			/** Who asks, on which day, in which language; what every operation takes first. */
			caller: Caller;
			/** Undefined in a database where the first run has not been done. */
			association: Association | undefined;
			session: Session | null;
			/** Cookies of better-auth that the answer must carry. */
			setCookies: string[];
			/** Stands in the log and in the answer, so that somebody who reports a fault can name it. */
			requestId: string;
			/** The client as limits count it. */
			client: string;
		}
		interface Error {
			message: string;
			requestId?: string;
		}
	}
}

export {};
