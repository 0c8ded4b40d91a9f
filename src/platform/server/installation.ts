// How this installation is reached and how it sends mail: known once the process has started, the same for every request and job.

export type Installation = {
	/** The address people use. Links and cookies follow it, never the Host header of a request. */
	origin: string;
	/** Signs cookies; 32 characters or more. */
	secret: string;
	/** Undefined: mail waits in the outbox. */
	smtpUrl: string | undefined;
	/** Sender of the mail, such as `Schakel <schakel@example.org>`. */
	mailFrom: string;
};

let known: Installation | undefined;

type Given = { origin: string; secret: string; smtpUrl?: string | undefined; mailFrom?: string | undefined };

/** Called once, when a process starts. Without a sender, mail comes from `noreply` at the site's own host. */
export function setInstallation({ origin, secret, smtpUrl, mailFrom }: Given): Installation {
	known = { origin, secret, smtpUrl, mailFrom: mailFrom ?? `Schakel <noreply@${new URL(origin).hostname}>` };
	return known;
}

export function installation(): Installation {
	if (!known) throw new Error('Call setInstallation() before using installation().');
	return known;
}

/** People reach us over https; whatever speaks plain http to us is then a proxy of ours. */
export const isSecure = () => installation().origin.startsWith('https:');
