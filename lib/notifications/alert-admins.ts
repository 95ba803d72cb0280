import { DEFAULT_LOCALE, isLocale, localePath, translator, type Locale, type Translator } from '@/lib/i18n';
import { listStaff } from '@/lib/identity';
import type { Executor } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import type { MailContent } from '@/lib/platform/mail-layout';
import { mailTo } from './mail-to';

type Alert = Pick<MailContent, 'title' | 'paragraphs' | 'rows'> & {
  readonly subject: string;
  readonly action: string;
};

/** One mail to each admin, in their language, about what a page shows. */
export async function alertAdmins(
  db: Executor,
  key: string,
  path: string,
  write: (t: Translator<'mail'>, locale: Locale) => Alert,
): Promise<void> {
  for (const user of await listStaff(db, 'admin')) {
    const locale = isLocale(user.locale) ? user.locale : DEFAULT_LOCALE;
    const { subject, ...content } = write(translator(locale, 'mail'), locale);
    const url = `${env().APP_URL}${localePath(locale, path)}`;
    await mailTo({ to: user.email, locale, url }, `${key}:${user.id}`, subject, content);
  }
}
