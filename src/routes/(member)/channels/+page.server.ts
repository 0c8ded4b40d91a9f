// The channels that the reader may see.
import { listChannels } from '#modules/channels/server/operations.ts';
import { mayOpenChannel } from '#modules/channels/rules.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	channels: await listChannels(locals.caller, {}),
	mayOpen: mayOpenChannel(locals.caller.actor)
});
