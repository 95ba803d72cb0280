import { FormStatus } from '@/components/ui/state';
import { currentLocale, words } from '@/components/ui/words';
import { formatMoney } from '@/lib/i18n';
import type { OrderLineView } from '@/lib/orders/model';
import type { RefundView } from '@/lib/payments/model';

type RefundNotesProps = { refunds: readonly RefundView[]; lines: readonly OrderLineView[] };

/** What went back of one seller's part: how much, for which pieces, and why. */
export async function RefundNotes({ refunds, lines }: RefundNotesProps) {
  const [t, locale] = await Promise.all([words('orders'), currentLocale()]);
  const titleOf = (lineId: string) => lines.find((line) => line.lineId === lineId)?.title ?? '';
  return refunds.map((refund) => (
    <FormStatus key={refund.refundId} kind={refund.status === 'failed' ? 'warning' : 'info'}>
      <span className="block">
        {t(`part.refund.${refund.status}`, { amount: formatMoney(refund.amount, locale) })}
      </span>
      {refund.lines.map(({ lineId, quantity }) => (
        <span key={lineId} className="block text-sm">
          {t('part.pieces', { quantity, title: titleOf(lineId) })}
        </span>
      ))}
      <span className="block text-sm text-muted">
        {isRefundCode(refund.reason)
          ? t(`part.why.${refund.reason}`)
          : t('part.reason', { reason: refund.reason })}
      </span>
    </FormStatus>
  ));
}

const CODES = [
  'returned',
  'buyer_cancelled',
  'seller_cancelled',
  'sold_out',
  'order_ended',
  'charged_back',
] as const;

/** A seller writes why; the market and the buyer leave a code. */
function isRefundCode(reason: string): reason is (typeof CODES)[number] {
  return (CODES as readonly string[]).includes(reason);
}
