import { Photo } from '@/components/media/photo';
import { Checkbox } from '@/components/ui/input';
import { words } from '@/components/ui/words';
import type { PickedOffer } from '@/lib/fulfilment/model';

/** What to fetch, shelf by shelf, each ticked off as it lies in the basket: for whoever walks, kept nowhere. */
export async function PickedOffers({ offers }: { offers: readonly PickedOffer[] }) {
  const t = await words('packing');
  return (
    <ul aria-label={t('pick')} className="grid divide-y divide-line">
      {offers.map((offer) => (
        <li key={offer.offerId} className="flex items-center gap-4 py-3">
          <Photo picture={offer.image} sizes="80px" decorative className="size-20 shrink-0 rounded-md" />
          <Checkbox
            className="min-w-0 flex-1"
            label={
              <span className="grid">
                <span className="font-strong">{offer.sellerSku || t('noSku')}</span>
                <span>{[offer.title, offer.variantLabel].filter(Boolean).join(', ')}</span>
              </span>
            }
            hint={t('for', { numbers: offer.orderNumbers.join(', ') })}
          />
          <p className="text-xl font-strong tabular-nums">× {offer.quantity}</p>
        </li>
      ))}
    </ul>
  );
}
