import { Badge, type Tone } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import { currentLocale, words } from '@/components/ui/words';
import { formatDate, formatMoney } from '@/lib/i18n/format';
import type { SellerOrderStatus, SellerOrderSummary } from '@/lib/orders/model';

const TONES: Readonly<Record<SellerOrderStatus, Tone>> = {
  pending_payment: 'neutral',
  to_accept: 'accent',
  to_ship: 'warning',
  partly_shipped: 'warning',
  shipped: 'neutral',
  delivered: 'positive',
  cancelled: 'danger',
};

export async function SellerOrderBadge({ status }: { status: SellerOrderStatus }) {
  const t = await words('seller');
  return <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>;
}

/** A seller's orders; each number leads to its page. */
export async function SellerOrderTable({ orders }: { orders: readonly SellerOrderSummary[] }) {
  const [t, locale] = await Promise.all([words('seller'), currentLocale()]);
  return (
    <Table
      caption={t('orders.title')}
      rows={orders}
      rowKey={(order) => order.sellerOrderId}
      columns={[
        {
          key: 'number',
          header: t('orders.number'),
          cell: (order) => (
            <Link
              href={`/seller/orders/${order.sellerOrderId}`}
              className="touch font-strong underline decoration-line underline-offset-4 hover:decoration-ink"
            >
              {order.orderNumber}
            </Link>
          ),
        },
        {
          key: 'status',
          header: t('orders.status'),
          cell: (order) => <SellerOrderBadge status={order.status} />,
        },
        { key: 'buyer', header: t('orders.buyer'), cell: (order) => order.buyerName },
        {
          key: 'items',
          header: t('orders.items'),
          cell: (order) => (
            <span className="line-clamp-1">
              {order.firstTitle}
              {order.itemCount > 1 && (
                <span className="text-muted"> · {t('orders.itemCount', { count: order.itemCount })}</span>
              )}
            </span>
          ),
        },
        {
          key: 'promised',
          header: t('orders.promised'),
          cell: (order) => (
            <span className="inline-flex items-center gap-2">
              {formatDate(order.promisedTo, locale, 'dayMonth')}
              {order.isLate && <Badge tone="danger">{t('orders.late')}</Badge>}
            </span>
          ),
        },
        {
          key: 'total',
          header: t('orders.total'),
          numeric: true,
          cell: (order) => formatMoney(order.total, locale),
        },
      ]}
    />
  );
}
