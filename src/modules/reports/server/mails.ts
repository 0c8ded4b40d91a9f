// The mails of reports.
import type { MailText } from '#platform/server/mail.ts';

export const commentReminder: MailText = {
	path: 'src/modules/reports/server/mails/comment-reminder',
	placeholders: ['association', 'name', 'report', 'open', 'day', 'link']
};
