import { StorefrontHead } from '@/components/storefront/storefront-head';
import { words } from '@/components/ui/words';
import type { RawParameters } from '@/lib/search/model';
import type { Storefront as Seller } from '@/lib/sellers/model';
import { ListingsOf } from '../../listings-of';

/** A seller's shop: who they are and, unless they are away, what they sell of what is asked for. */
export async function Storefront({ seller, asked }: { seller: Seller; asked?: RawParameters }) {
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
