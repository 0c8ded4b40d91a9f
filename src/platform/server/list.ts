// What all lists share: how many rows a page has, and finding a text anywhere.

export const pageSize = 50;

/** A pattern for `ilike` that finds the text anywhere; what people type is no pattern itself. */
export const containing = (text: string) => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
