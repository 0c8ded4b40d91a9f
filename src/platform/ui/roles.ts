// What someone is here, in words: beside their name in the header.
import { isBoard, isOfMember, type Actor } from '#platform/actor.ts';
import { m } from '#paraglide/messages.js';

/** At most two words, the weightiest first; empty for who has no role yet. */
export function rolesInWords(actor: Actor): string {
	const words = [
		actor.roles.includes('administrator') && m.platform_ui_role_administrator(),
		actor.roles.includes('bureau') && m.platform_ui_role_bureau(),
		isBoard(actor) && m.platform_ui_role_board(),
		actor.organisations.some((tie) => tie.isMember && tie.role === 'representative') &&
			m.platform_ui_role_representative(),
		actor.groups.some((tie) => tie.role === 'lead') && m.platform_ui_role_lead(),
		isOfMember(actor) && m.platform_ui_role_staff()
	].filter((word) => word !== false);
	return words.length > 0 ? words.slice(0, 2).join(', ') : m.platform_ui_role_guest();
}
