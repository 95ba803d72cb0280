import { ListingsOf } from '@/components/search/listings-of';
import { words } from '@/components/ui/words';
import type { RawParameters } from '@/lib/search/model';
import type { Storefront } from '@/lib/sellers/model';
import { StorefrontHead } from './storefront-head';

/** A seller's shop: who they are and, unless they are away, what they sell of what is asked for. */
export async function StorefrontPage({ seller, asked }: { seller: Storefront; asked?: RawParameters }) {
  const t = await words('storefront');
  return (
    <div className="page">
      <StorefrontHead seller={seller} />
      {seller.awayUntil === null && (
        <>
          <h2 className="mb-4 text-lg md:text-xl">{t('products', { name: seller.name })}</h2>
          <ListingsOf place={{ sellerSlug: seller.slug }} path={`/s/${seller.slug}`} asked={asked} />
        </>
      )}
    </div>
  );
}
