import { Badge, type Tone } from '@/components/ui/badge';
import { words } from '@/components/ui/words';
import type { ParcelView, ShipmentStatus } from '@/lib/fulfilment/model';
import type { OrderLineView } from '@/lib/orders/model';

const TONES: Readonly<Record<ShipmentStatus, Tone>> = {
  announced: 'neutral',
  in_transit: 'accent',
  out_for_delivery: 'accent',
  ready_for_pickup: 'warning',
  delivered: 'positive',
  lost: 'danger',
  returned_to_sender: 'danger',
};

export async function ParcelBadge({ status }: { status: ShipmentStatus }) {
  const t = await words('orders');
  return <Badge tone={TONES[status]}>{t(`shipment.${status}`)}</Badge>;
}

type ParcelContentsProps = { parcel: ParcelView; lines: readonly OrderLineView[] };

/** What is in the parcel. */
export async function ParcelContents({ parcel, lines }: ParcelContentsProps) {
  const t = await words('orders');
  const titleOf = (lineId: string) => lines.find((line) => line.lineId === lineId)?.title ?? '';
  return (
    <ul className="grid gap-1 text-sm">
      {parcel.lines.map(({ lineId, quantity }) => (
        <li key={lineId} className="line-clamp-2">
          {t('shipment.content', { quantity, title: titleOf(lineId) })}
        </li>
      ))}
    </ul>
  );
}

/** With whom it goes, under which number. */
export async function ParcelCarrier({ parcel }: { parcel: ParcelView }) {
  const t = await words('orders');
  const { carrier, trackingNumber, trackingUrl } = parcel;
  if (!carrier && !trackingNumber) return null;
  return (
    <p className="text-sm wrap-anywhere text-muted">
      {carrier}{' '}
      {trackingUrl ? (
        <a
          href={trackingUrl}
          target="_blank"
          rel="noreferrer"
          aria-label={t('shipment.track', { carrier, trackingNumber })}
          className="touch underline decoration-line underline-offset-4 hover:decoration-ink"
        >
          {trackingNumber}
        </a>
      ) : (
        trackingNumber
      )}
    </p>
  );
}
