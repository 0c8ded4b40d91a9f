// What can be suggested, and how a suggestion stands.

/** A meeting was held or is planned · who was at one · an organisation was visited or spoken to · a mailing went out · a document was delivered. */
export const deeds = ['event', 'attendance', 'contact', 'issue', 'document'] as const;
export type Deed = (typeof deeds)[number];

export const suggestionStates = ['open', 'accepted', 'refused'] as const;
