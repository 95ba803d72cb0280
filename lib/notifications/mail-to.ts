import type { Locale } from '@/lib/i18n';
import { sendMail } from '@/lib/platform/mail';
import { layOutMail, type MailContent } from '@/lib/platform/mail-layout';

/** Mails somebody in their language; what to do leads to the page it is about. The key names what the mail is about. */
export async function mailTo(
  { to, locale, url }: { readonly to: string; readonly locale: Locale; readonly url: string },
  idempotencyKey: string,
  subject: string,
  { action, ...content }: Omit<MailContent, 'language' | 'action'> & { readonly action: string },
): Promise<void> {
  const laidOut = layOutMail({ ...content, language: locale, action: { label: action, url } });
  await sendMail({ to, subject, idempotencyKey, ...laidOut });
}
