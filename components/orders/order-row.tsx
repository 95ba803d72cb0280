import { ChevronRight } from '@/components/ui/icons';
import { Photo } from '@/components/media/photo';
import { Badge, type Tone } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { currentLocale, words } from '@/components/ui/words';
import { formatDate, formatMoney } from '@/lib/i18n';
import type { OrderSummary, SellerOrderStatus } from '@/lib/orders/model';

/** Furthest behind first: an order is as far as its slowest parcel. */
const PROGRESS: readonly SellerOrderStatus[] = [
  'pending_payment',
  'to_accept',
  'to_ship',
  'partly_shipped',
  'shipped',
  'delivered',
];

const TONES: Readonly<Record<SellerOrderStatus, Tone>> = {
  pending_payment: 'warning',
  to_accept: 'neutral',
  to_ship: 'neutral',
  partly_shipped: 'accent',
  shipped: 'accent',
  delivered: 'positive',
  cancelled: 'danger',
};

/** One order in a list, as a whole the way to it. */
export async function OrderRow({ order }: { order: OrderSummary }) {
  const locale = await currentLocale();
  const t = await words('orders');
  const state = slowest(order.parcelStatuses);
  const others = order.itemCount - 1;
  return (
    <li>
      <Link
        href={`/orders/${order.number}`}
        className="grid grid-cols-[4.5rem_1fr_auto] items-center gap-4 rounded-lg border border-line bg-raised p-4 transition hover:border-edge"
      >
        <Photo picture={order.pictures[0] ?? null} sizes="72px" decorative className="size-18 rounded-md" />
        <div className="min-w-0">
          <Badge tone={TONES[state]}>{t(`parcel.${state}`)}</Badge>
          <p className="mt-1.5 line-clamp-1">
            {others > 0 ? t('andMore', { title: order.firstTitle, count: others }) : order.firstTitle}
          </p>
          <p className="text-sm text-muted tabular-nums">
            {formatDate(order.placedAt, locale)} · {formatMoney(order.total, locale)}
          </p>
          <p className="text-sm text-muted tabular-nums">{t('number', { number: order.number })}</p>
        </div>
        <ChevronRight aria-hidden className="size-5 text-muted rtl:rotate-180" />
      </Link>
    </li>
  );
}

function slowest(statuses: readonly SellerOrderStatus[]): SellerOrderStatus {
  return PROGRESS.find((status) => statuses.includes(status)) ?? 'cancelled';
}
