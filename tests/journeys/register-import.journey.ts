// The register from lists: a wrong list is refused with row and column, the mended one goes in, and again changes nothing.
import { expect } from 'vitest';
import { journey } from './browser.ts';
import { checkPage } from './check-page.ts';

/** What the browser says of an answer that refuses, of which the page then tells. */
const refused = /status of 422/;

const file = (name: string, lines: readonly string[]) => ({
	name,
	mimeType: 'text/csv',
	buffer: Buffer.from(`${lines.join('\r\n')}\r\n`)
});

const words = {
	nl: { button: 'Importeer', none: 'Kies een bestand.', unknown: 'Bedoel je ‘website’?' },
	en: { button: 'Import', none: 'Choose a file.', unknown: 'Do you mean ‘website’?' }
};

journey('organisations and people come from lists', async ({ open, signIn, way }) => {
	const say = words[way.locale];
	await signIn('director');
	const page = await open('/organisations/import');
	const send = async (sent?: ReturnType<typeof file>) => {
		if (sent) await page.setInputFiles('input[type=file]', sent);
		const answered = page.waitForResponse((response) => response.request().method() === 'POST');
		await page.getByRole('main').getByRole('button', { name: say.button }).click();
		await answered;
	};
	const main = page.getByRole('main');

	await send();
	await main.getByText(say.none).first().waitFor();

	const key = `journey-${way.screen}-${way.locale}`;
	const wrong = ['key,name,webste,member_since', `${key},Wereldhuis,https://w.example,2022-13-45`];
	await send(file('leden.csv', wrong));
	await main.getByText(say.unknown).waitFor();
	const cells = main.locator('.refused tbody tr').last();
	expect(await cells.innerText()).toMatch(/2[\s\S]*member_since[\s\S]*2022-13-45/);
	await checkPage(page, way, refused);

	const right = ['key,name,website,member_since', `${key},Wereldhuis ${way.locale},https://w.example,2022-08-01`];
	await send(file('leden.csv', right));
	await main.getByText(way.locale === 'nl' ? '1 nieuw, 0 gewijzigd, 0 ongewijzigd.' : '1 new, 0 changed').waitFor();
	await send(file('leden.csv', right));
	await main.getByText(way.locale === 'nl' ? '0 nieuw, 0 gewijzigd, 1 ongewijzigd.' : '1 unchanged').waitFor();

	await open('/people/import');
	const people = ['given_name,family_name,email,organisation', `Noor,Akkerman,${key}@w.example,${key}`];
	await send(file('mensen.csv', people));
	await main.getByText(way.locale === 'nl' ? '1 nieuw' : '1 new').waitFor();
	await checkPage(page, way, refused);
});
