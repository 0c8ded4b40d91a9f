// The mails of access.
import type { MailText } from '#platform/server/mail.ts';

export const signInLink: MailText = {
	path: 'src/modules/access/server/mails/sign-in-link',
	placeholders: ['association', 'name', 'link']
};
