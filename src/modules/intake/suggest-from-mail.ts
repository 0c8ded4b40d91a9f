// From a mail to what it says was done: a newsletter that went out, a visit that was agreed, a document that was handed over.
import type { Day } from '#platform/day.ts';
import { daysInText, isFar } from './days-in-text.ts';
import { domainOf, recognise } from './recognise.ts';
import { shortened, type Draft } from './suggestion.ts';
import { organisationOf, type Things } from './things.ts';

/** A mail as far as intake looks at it. Whom it says to be from is only what it says. */
export type ReadMail = {
	/** Its own id, or else a mark made from all that it says. */
	id: string;
	from: string | undefined;
	to: readonly string[];
	subject: string;
	sentOn: Day;
	text: string;
	attachments: readonly string[];
	/** It went to a list: mailing tools say how to leave it. */
	isToMany: boolean;
};

const visit =
	/\b(bezoek\w*|werkbezoek\w*|kennismak\w*|langskomen|langs te komen|langs geweest|ontvangst|gastvrij\w*|visit\w*)\b/i;
const call = /\b(telefonisch\w*|belafspraak|aan de telefoon|over the phone|phone call)\b/i;
const online = /\b(teams|zoom|videogesprek|video call|online gesprek)\b/i;
const handing =
	/\b(hierbij|bijgaand|bijgevoegd|in de bijlage|definitieve versie|eindversie|opgeleverd|vastgesteld|attached|enclosed|final version|please find)\b/i;

/** Lines that quote an earlier mail: they speak of other days. */
const withoutQuotes = (text: string) =>
	text
		.split('\n')
		.filter((line) => !line.startsWith('>'))
		.join('\n')
		.split(
			/^(?:-{2,} ?(?:Original Message|Oorspronkelijk bericht)|Op .{5,80} schreef .{1,80}:|On .{5,80} wrote:|Van: .+|From: .+)/m
		)[0]!;

type Common = Pick<Draft, 'externalId' | 'isCancelled'> & { title: { nl: string } };
/** `Re: Fwd: Bezoek` is about `Bezoek`. */
const bareSubject = (subject: string) => subject.replace(/^(?:(?:re|fw|fwd|antw|doorst|betr)\s*:\s*)+/i, '').trim();

function newsletter(mail: ReadMail, common: Common, things: Things): Draft<'issue'> | undefined {
	const channel = recognise(mail.subject, things.channels);
	const isOurs = mail.from !== undefined && things.ownDomains.has(domainOf(mail.from) ?? '');
	if (!channel || !(mail.isToMany || isOurs) || /^(re|antw)\s*:/i.test(mail.subject)) return undefined;
	const payload = { channelId: channel.id, title: common.title, sentOn: mail.sentOn, state: 'sent' as const };
	return { ...common, deed: 'issue', payload, happenedOn: mail.sentOn, isSure: false };
}

function visitOrTalk(mail: ReadMail, common: Common, text: string, things: Things): Draft<'contact'> | undefined {
	const byAddress = organisationOf([mail.from ?? '', ...mail.to], things);
	const byName = recognise(mail.subject, things.organisations);
	const organisationId = byAddress ?? byName?.id;
	if (!organisationId) return undefined;
	const words = `${mail.subject}\n${text}`;
	const means = visit.test(words) ? 'visit' : call.test(words) ? 'call' : online.test(words) ? 'online' : 'mail';
	const days = means === 'mail' ? [] : daysInText(words, mail.sentOn).filter((day) => !isFar(day, mail.sentOn));
	const contactedOn = days[0] ?? mail.sentOn;
	return {
		...common,
		deed: 'contact',
		payload: { organisationId, means, contactedOn, subject: { nl: shortened(common.title.nl) } },
		happenedOn: contactedOn,
		isSure: false
	};
}

function handedOver(mail: ReadMail, common: Common, text: string, things: Things): Draft<'document'> | undefined {
	if (!handing.test(`${mail.subject}\n${text}`)) return undefined;
	const found = [bareSubject(mail.subject), ...mail.attachments]
		.map((each) => recognise(each, things.documents))
		.find((document) => document !== undefined);
	if (!found) return undefined;
	const title = things.documents.find(({ id }) => id === found.id)?.names[0] ?? common.title.nl;
	return {
		...common,
		deed: 'document',
		payload: { documentId: found.id, title: { nl: title }, deliveredOn: mail.sentOn },
		happenedOn: mail.sentOn,
		isSure: false
	};
}

/**
 * What a mail says was done; undefined when it says nothing that we would keep. Never sure: anybody can write any sender
 * above a mail, so a person looks at each.
 */
export function draftOfMail(mail: ReadMail, things: Things): Draft | undefined {
	const text = withoutQuotes(mail.text).slice(0, 20_000);
	const common: Common = { externalId: mail.id, isCancelled: false, title: { nl: bareSubject(mail.subject) || '–' } };
	return (
		newsletter(mail, common, things) ??
		handedOver(mail, common, text, things) ??
		visitOrTalk(mail, common, text, things)
	);
}
