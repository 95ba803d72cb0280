import { Badge, type Tone } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/input';
import { Link } from '@/components/ui/link';
import { Table, type Column } from '@/components/ui/table';
import { currentLocale, words } from '@/components/ui/words';
import type { Translator } from '@/lib/i18n';
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

type SellerOrderTableProps = {
  orders: readonly SellerOrderSummary[];
  now: Date;
  /** A checkbox `sellerOrderIds` in each row, for the form around the table. */
  choosable?: boolean;
};

/** A seller's orders; each number leads to its page. */
export async function SellerOrderTable({ orders, now, choosable = false }: SellerOrderTableProps) {
  const [t, tPacking, locale] = await Promise.all([words('seller'), words('packing'), currentLocale()]);
  return (
    <Table
      caption={t('orders.title')}
      rows={orders}
      rowKey={(order) => order.sellerOrderId}
      columns={[
        ...(choosable ? [chooseColumn(t)] : []),
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
          cell: (order) => (
            <span className="flex flex-wrap gap-1">
              <SellerOrderBadge status={order.status} />
              {order.isPacked && <Badge tone="positive">{tPacking('packed')}</Badge>}
            </span>
          ),
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
          key: 'shipBy',
          header: t('orders.shipBy'),
          cell: (order) => order.shipBy && <ShipBy shipBy={order.shipBy} now={now} />,
        },
        {
          key: 'promised',
          header: t('orders.promised'),
          cell: (order) => (
            <span className="inline-flex flex-wrap items-center gap-x-2 max-md:justify-end">
              {formatDate(order.promisedTo, locale, 'dayMonth')}
              {isUnderWay(order) && <Due promisedTo={order.promisedTo} now={now} />}
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

function chooseColumn(t: Translator<'seller'>): Column<SellerOrderSummary> {
  return {
    key: 'choose',
    header: t('orders.chosen'),
    cell: (order) => (
      <Checkbox
        name="sellerOrderIds"
        value={order.sellerOrderId}
        label={<span className="sr-only">{t('orders.choose', { number: order.orderNumber })}</span>}
      />
    ),
  };
}

function isUnderWay({ status }: SellerOrderSummary): boolean {
  return status !== 'delivered' && status !== 'cancelled';
}

const DAY_MS = 24 * 3600 * 1000;

/** How many days of the calendar in UTC from now; below zero when it is over. */
function daysUntil(time: string, now: Date): number {
  const day = (date: Date) => Math.floor(date.getTime() / DAY_MS);
  return day(new Date(time)) - day(now);
}

/** By when an order has to leave, and whether that is now or over. */
async function ShipBy({ shipBy, now }: { shipBy: string; now: Date }) {
  const [t, locale] = await Promise.all([words('seller'), currentLocale()]);
  const days = daysUntil(shipBy, now);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 max-md:justify-end">
      {formatDate(shipBy, locale, 'dayMonth')}
      {days < 0 && <Badge tone="danger">{t('orders.leave.passed', { days: -days })}</Badge>}
      {days === 0 && <Badge tone="warning">{t('orders.leave.today')}</Badge>}
    </span>
  );
}

/** Why an order stands where it does: how long until it has to have arrived. */
async function Due({ promisedTo, now }: { promisedTo: string; now: Date }) {
  const t = await words('seller');
  const days = daysUntil(promisedTo, now);
  if (days < 0) return <Badge tone="danger">{t('orders.due.passed', { days: -days })}</Badge>;
  if (days === 0) return <Badge tone="warning">{t('orders.due.today')}</Badge>;
  return <span className="text-muted">{t('orders.due.left', { days })}</span>;
}
