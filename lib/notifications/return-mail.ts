import { isTrouble, type ShipmentStatus } from '@/lib/fulfilment/model';
import type { Translator } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import type { Executor } from '@/lib/platform/database';
import { getReturn } from '@/lib/returns';
import type { ReturnStatus, ReturnView } from '@/lib/returns/model';
import { mailTo } from './mail-to';
import { findRecipient } from './order-recipient';
import { listMembersToTell } from './seller-recipients';

const TO_BUYER = [
  'accepted',
  'declined',
  'received',
  'exchanging',
  'exchanged',
  'rejected',
  'ruled',
  'cancelled',
] as const;
const TO_SELLER = ['requested', 'sent', 'escalated', 'ruled', 'cancelled'] as const;

type ReturnOfOrder = { readonly returnId: string; readonly orderId: string; readonly sellerId: string };

/**
 * Tells whoever has not done it themselves where a return stands now. Of a refund another mail tells its buyer, unless it
 * comes instead of an exchange.
 */
export async function sendReturnMails(
  db: Executor,
  moved: ReturnOfOrder & { readonly status: ReturnStatus },
): Promise<void> {
  const { status } = moved;
  await tellSides(db, moved, {
    key: status,
    buyer: ({ exchange }) =>
      includes(TO_BUYER, status) || (status === 'refunded' && exchange?.refundedFor === 'not_sent'),
    seller: includes(TO_SELLER, status),
    write: (t, item) => {
      const words = item.history.findLast(({ words: said }) => said !== '')?.words;
      return {
        title: t(`return.${status}`),
        paragraphs: [
          t('return.body', { number: item.orderNumber, seller: item.sellerName }),
          ...aboutExchange(t, item),
          ...(words ? [t('return.words', { words })] : []),
        ],
      };
    },
  });
}

/** The parcel with which goods come back was lost, or goes back to its buyer: both sides are told, once. */
export async function sendReturnParcelTroubleMails(
  db: Executor,
  told: ReturnOfOrder & { readonly status: ShipmentStatus },
): Promise<void> {
  const { status: trouble } = told;
  if (!isTrouble(trouble)) return;
  await tellSides(db, told, {
    key: `parcel-${trouble}`,
    buyer: () => true,
    seller: true,
    write: (t, item) => ({
      title: t(`return.parcel.${trouble}`),
      paragraphs: [t(`return.parcel.${trouble}Body`, { number: item.orderNumber, seller: item.sellerName })],
    }),
  });
}

type Telling = {
  /** What of the return it is about: told once. */
  readonly key: string;
  readonly buyer: (item: ReturnView) => boolean;
  readonly seller: boolean;
  readonly write: (t: Translator<'mail'>, item: ReturnView) => { title: string; paragraphs: string[] };
};

function aboutExchange(t: Translator<'mail'>, { exchange }: ReturnView): string[] {
  if (!exchange) return [];
  const { variant, refundedFor } = exchange;
  return [t(refundedFor ? `return.refundedFor.${refundedFor}` : 'return.exchange', { variant })];
}

async function tellSides(
  db: Executor,
  { returnId, orderId, sellerId }: ReturnOfOrder,
  { key, buyer, seller, write }: Telling,
): Promise<void> {
  const item = await getReturn(db, returnId);
  if (!item) throw new Error(`Return ${returnId} does not exist`);
  const content = (t: Translator<'mail'>) => ({ ...write(t, item), action: t('return.action') });
  const subject = (t: Translator<'mail'>) => t('return.subject', { number: item.orderNumber });
  const about = `return:${returnId}:${key}`;
  if (buyer(item)) {
    const recipient = await findRecipient(db, orderId);
    await mailTo(recipient, about, subject(recipient.t), content(recipient.t));
  }
  if (!seller) return;
  const page = `/seller/returns/${publicId('ret', returnId)}`;
  for (const member of await listMembersToTell(db, sellerId, ['owner', 'orders'], page)) {
    await mailTo(member, `${about}:${member.userId}`, subject(member.t), content(member.t));
  }
}

function includes(statuses: readonly ReturnStatus[], status: ReturnStatus): boolean {
  return statuses.includes(status);
}
