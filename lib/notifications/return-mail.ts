import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { getReturn } from '@/lib/returns';
import { localePath, type Translator } from '@/lib/i18n';
import type { ReturnStatus } from '@/lib/returns/model';
import { mailTo } from './mail-to';
import { findRecipient, requirePart } from './order-recipient';
import { listSellerRecipients } from './seller-recipients';

const TO_BUYER = ['accepted', 'declined', 'received', 'rejected', 'ruled', 'cancelled'] as const;
const TO_SELLER = ['requested', 'sent', 'escalated', 'ruled', 'cancelled'] as const;

/** Tells whoever has not done it themselves where a return stands now; the buyer of a refund another mail tells. */
export async function sendReturnMails(
  db: Executor,
  moved: {
    readonly returnId: string;
    readonly orderId: string;
    readonly sellerOrderId: string;
    readonly status: ReturnStatus;
  },
): Promise<void> {
  const { returnId, status } = moved;
  const item = await getReturn(db, returnId);
  if (!item) throw new Error(`Return ${returnId} does not exist`);
  const recipient = await findRecipient(db, moved.orderId);
  const part = requirePart(recipient.order, moved.sellerOrderId);
  const words = item.history.findLast(({ words: said }) => said !== '')?.words;
  const content = (t: Translator<'mail'>) => ({
    title: t(`return.${status}`),
    paragraphs: [
      t('return.body', { number: item.orderNumber, seller: item.sellerName }),
      ...(words ? [t('return.words', { words })] : []),
    ],
    action: t('return.action'),
  });
  const subject = (t: Translator<'mail'>) => t('return.subject', { number: item.orderNumber });
  const key = `return:${returnId}:${status}`;
  if (includes(TO_BUYER, status)) {
    await mailTo(recipient, key, subject(recipient.t), content(recipient.t));
  }
  if (!includes(TO_SELLER, status)) return;
  for (const seller of await listSellerRecipients(db, part)) {
    const path = localePath(seller.locale, `/seller/returns/${publicId('ret', returnId)}`);
    const page = { ...seller, url: `${env().APP_URL}${path}` };
    await mailTo(page, `${key}:${seller.userId}`, subject(seller.t), content(seller.t));
  }
}

function includes(statuses: readonly ReturnStatus[], status: ReturnStatus): boolean {
  return statuses.includes(status);
}
