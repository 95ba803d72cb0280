import type { ReactNode } from 'react';
import { FormStatus } from '@/components/ui/state';
import { currentLocale, words } from '@/components/ui/words';
import { isTrouble, isUnderWay, type ParcelView } from '@/lib/fulfilment/model';
import { formatDate } from '@/lib/i18n';
import type { SellerOrderView } from '@/lib/orders/model';
import { ParcelScans } from './parcel-scans';
import { ParcelBadge, ParcelCarrier, ParcelContents } from './parcel-facts';

type ParcelsProps = {
  part: SellerOrderView;
  parcels: readonly ParcelView[];
  /** What its reader can say of a parcel that is under way. */
  act: (parcel: ParcelView) => ReactNode;
};

/** Each parcel of a seller's part: where it is and what is in it. */
export async function Parcels({ part, parcels, act }: ParcelsProps) {
  if (parcels.length === 0) return null;
  const t = await words('orders');
  return (
    <div className="border-t border-line">
      <ol className="divide-y divide-line">
        {parcels.map((parcel, index) => (
          <Parcel
            key={parcel.shipmentId}
            part={part}
            parcel={parcel}
            act={act}
            title={
              parcel.isReplacement
                ? t('shipment.replacement')
                : parcels.length > 1
                  ? t('shipment.many', { index: index + 1, count: parcels.length })
                  : t('shipment.one')
            }
          />
        ))}
      </ol>
      {part.status === 'partly_shipped' && (
        <p className="border-t border-line px-4 py-3 text-sm text-muted md:px-6">{t('shipment.toCome')}</p>
      )}
    </div>
  );
}

type ParcelProps = Pick<ParcelsProps, 'part' | 'act'> & { parcel: ParcelView; title: string };

async function Parcel({ part, parcel, title, act }: ParcelProps) {
  const [t, locale] = await Promise.all([words('orders'), currentLocale()]);
  return (
    <li className="grid gap-2 px-4 py-4 md:px-6">
      <div aria-live="polite" className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-base">{title}</h3>
        <ParcelBadge status={parcel.status} />
      </div>
      {isTrouble(parcel.status) && (
        <FormStatus kind="warning">{t(`shipment.trouble.${parcel.status}`)}</FormStatus>
      )}
      <p className="text-sm text-muted tabular-nums">
        {parcel.deliveredAt
          ? t('shipment.arrived', { date: formatDate(parcel.deliveredAt, locale, 'dateTime') })
          : t('shipment.sent', { date: formatDate(parcel.shippedAt, locale, 'dateTime') })}
      </p>
      <ParcelContents parcel={parcel} lines={part.lines} />
      <ParcelCarrier parcel={parcel} />
      <ParcelScans parcel={parcel} />
      {isUnderWay(parcel.status) && act(parcel)}
    </li>
  );
}
