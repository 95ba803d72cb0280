import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { giftCards } from '@/db/schema/gift-cards';
import { DEFAULT_LOCALE, formatDate, formatMoney, isLocale, localePath, translator } from '@/lib/i18n';
import type { Executor } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { sendMail } from '@/lib/platform/mail';
import { layOutMail } from '@/lib/platform/mail-layout';
import { giftCardCode } from './code';

/** The job that mails a gift card to who gets it. */
export const GIFT_CARD_MAIL_JOB = 'send-gift-card';

export const giftCardMailRequest = z.object({ giftCardId: z.uuid(), locale: z.string() });

/** Mails the code, as long as the card can be redeemed. */
export async function sendGiftCard(
  db: Executor,
  { giftCardId, locale: asked }: z.infer<typeof giftCardMailRequest>,
): Promise<void> {
  const [card] = await db.select().from(giftCards).where(eq(giftCards.id, giftCardId));
  if (card?.status !== 'open') return;
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const t = translator(locale, 'mail');
  const { currency, amountMinor, recipientEmail, message, expiresAt } = card;
  const amount = formatMoney({ currency, amountMinor }, locale);
  const content = layOutMail({
    language: locale,
    title: t('giftCard.title', { amount }),
    paragraphs: [
      ...(message ? [message] : []),
      t('giftCard.code', { code: giftCardCode(giftCardId) }),
      t('giftCard.how'),
    ],
    action: {
      label: t('giftCard.action'),
      url: new URL(localePath(locale, '/account/credit'), env().APP_URL).href,
    },
    note: t('giftCard.note', { date: formatDate(expiresAt.toISOString(), locale, 'date') }),
  });
  await sendMail({
    to: recipientEmail,
    subject: t('giftCard.subject', { amount }),
    idempotencyKey: `gift-card:${giftCardId}`,
    ...content,
  });
}
