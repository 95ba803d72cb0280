import { ParcelBadge, ParcelCarrier } from '@/components/orders/parcel-facts';
import { ParcelScans } from '@/components/orders/parcel-scans';
import { words } from '@/components/ui/words';
import type { ParcelView } from '@/lib/fulfilment/model';

/** Where the goods are on their way back. */
export async function ReturnParcel({ parcel }: { parcel: ParcelView }) {
  const t = await words('returns');
  return (
    <section className="grid gap-2">
      <div aria-live="polite" className="flex flex-wrap items-center justify-between gap-2">
        <h4 className="text-sm text-muted">{t('parcel')}</h4>
        <ParcelBadge status={parcel.status} />
      </div>
      <ParcelCarrier parcel={parcel} />
      <ParcelScans parcel={parcel} />
    </section>
  );
}
