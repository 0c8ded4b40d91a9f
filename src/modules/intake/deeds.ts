// What can have happened: apart from what its record needs, so that a page can list it without reading in all of that.

/** A meeting was held or is planned · who was at one · an organisation was visited or spoken to · a mailing went out · a document was delivered. */
export const deeds = ['event', 'attendance', 'contact', 'issue', 'document'] as const;
export type Deed = (typeof deeds)[number];
