import type { ReactNode } from 'react';
import { Photo } from '@/components/media/photo';
import { Badge, type Tone } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { FormStatus } from '@/components/ui/state';
import { currentLocale, words } from '@/components/ui/words';
import type { ParcelView } from '@/lib/fulfilment/model';
import { formatDate, formatMoney } from '@/lib/i18n';
import type { OrderHistoryItem, OrderLineView, SellerOrderStatus, SellerOrderView } from '@/lib/orders/model';
import type { RefundView } from '@/lib/payments/model';
import { ParcelTimeline } from './parcel-timeline';
import { Parcels } from './parcels';
import { RefundNotes } from './refund-notes';

const TONES: Readonly<Record<SellerOrderStatus, Tone>> = {
  pending_payment: 'warning',
  to_accept: 'neutral',
  to_ship: 'neutral',
  partly_shipped: 'accent',
  shipped: 'accent',
  delivered: 'positive',
  cancelled: 'danger',
};

type ParcelCardProps = {
  part: SellerOrderView;
  /** What has left of it. */
  parcels: readonly ParcelView[];
  history: readonly OrderHistoryItem[];
  refunds: readonly RefundView[];
  /** What its buyer can say of a parcel that is under way. */
  actOnParcel: (parcel: ParcelView) => ReactNode;
  /** What its buyer can do with it now. */
  children?: ReactNode;
};

/** One seller's part: where it is, what is in it, what became of its money. */
export async function ParcelCard({
  part,
  parcels,
  history,
  refunds,
  actOnParcel,
  children,
}: ParcelCardProps) {
  const locale = await currentLocale();
  const t = await words('orders');
  return (
    <Card className="overflow-hidden">
      <div className="flex items-center justify-between gap-3 border-b border-line px-4 py-3 md:px-6">
        <h2 className="min-w-0 text-base">
          {t.rich('part.from', {
            name: part.sellerName,
            seller: (name) => (
              <Link href={`/s/${part.sellerSlug}`} className="touch hover:underline">
                {name}
              </Link>
            ),
          })}
        </h2>
        <Badge tone={TONES[part.status]}>{t(`parcel.${part.status}`)}</Badge>
      </div>
      <div className="grid gap-6 px-4 py-5 md:grid-cols-[1fr_15rem] md:px-6">
        <div className="grid content-start gap-4">
          <ul className="grid gap-4">
            {part.lines.map((line) => (
              <ParcelLine key={line.lineId} line={line} />
            ))}
          </ul>
          {part.isLate && (
            <FormStatus kind="warning">
              {t('part.late', { date: formatDate(part.promisedTo, locale, 'weekday') })}
            </FormStatus>
          )}
          <RefundNotes refunds={refunds} lines={part.lines} />
        </div>
        <ParcelTimeline part={part} history={history} />
      </div>
      <Parcels part={part} parcels={parcels} act={actOnParcel} />
      {children}
    </Card>
  );
}

async function ParcelLine({ line }: { line: OrderLineView }) {
  const locale = await currentLocale();
  const t = await words('orders');
  const title = line.productSlug ? (
    <Link href={`/p/${line.productSlug}`} className="hover:underline">
      {line.title}
    </Link>
  ) : (
    line.title
  );
  return (
    <li className="grid grid-cols-[4.5rem_1fr] gap-4">
      <Photo picture={line.image} sizes="72px" decorative className="size-18 rounded-md" />
      <div className="min-w-0">
        <h3 className="line-clamp-2 text-base font-regular">{title}</h3>
        {line.variantLabel && <p className="text-sm text-muted">{line.variantLabel}</p>}
        <p className="text-sm text-muted tabular-nums">
          {t('part.line', { quantity: line.quantity, price: formatMoney(line.unitPrice, locale) })}
        </p>
        {line.cancelled > 0 && (
          <p className="text-sm text-danger">{t('part.cancelled', { count: line.cancelled })}</p>
        )}
      </div>
    </li>
  );
}
