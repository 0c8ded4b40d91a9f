// From a name to the short name that files and addresses use: `Fédération des ONG` → `federation-des-ong`.

const MOST = 60;

/** Small letters, figures and hyphens; empty when the name has none of them (another script). */
export const keyFrom = (name: string): string =>
	name
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.slice(0, MOST)
		.replaceAll(/^-|-$/g, '');
