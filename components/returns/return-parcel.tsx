import { ParcelBadge, ParcelCarrier } from '@/components/orders/parcel-facts';
import { ParcelScans } from '@/components/orders/parcel-scans';
import { Badge } from '@/components/ui/badge';
import { words } from '@/components/ui/words';
import type { ParcelView } from '@/lib/fulfilment/model';

/** Where the goods are on their way back. A label that was bought is announced to the carrier before anything is handed in. */
export async function ReturnParcel({ parcel }: { parcel: ParcelView }) {
  const t = await words('returns');
  const isHandedIn = parcel.status !== 'announced';
  const scans = parcel.scans.filter(({ kind }) => kind !== 'announced');
  return (
    <section className="grid gap-2">
      <div aria-live="polite" className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="text-sm text-muted">{t('parcel')}</h4>
        {isHandedIn ? (
          <ParcelBadge status={parcel.status} />
        ) : (
          <Badge tone="neutral">{t('notHandedIn')}</Badge>
        )}
      </div>
      <ParcelCarrier parcel={parcel} />
      {isHandedIn && <ParcelScans parcel={{ ...parcel, scans }} />}
    </section>
  );
}
