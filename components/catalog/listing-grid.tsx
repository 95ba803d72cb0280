import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/i18n';
import type { ListingPage } from '@/lib/search/model';
import { ListingTile, GRID_SIZES } from './listing-tile';
import { MoreListings } from './more-listings';
import { presentListing } from './present-listing';

type ListingGridProps = {
  page: ListingPage;
  locale: Locale;
  /** The address of the list, without where it goes on: `/c/home?f=brand.Iris`. */
  address: string;
  /** The same list as JSON. */
  source: string;
};

/** How many tiles a desktop window shows before it is scrolled. */
const SEEN_FIRST = 5;

/** A page of tiles that loads on as it is scrolled; with its own link to the next page for everybody else. */
export async function ListingGrid({ page, locale, address, source }: ListingGridProps) {
  const t = await words('catalog');
  return (
    <ul className="listing-grid">
      {page.cards.map((card, index) => (
        <li key={card.productId}>
          <ListingTile
            listing={presentListing(card, locale)}
            locale={locale}
            sizes={GRID_SIZES}
            eager={index < SEEN_FIRST}
          />
        </li>
      ))}
      {page.next && (
        <MoreListings
          key={address}
          first={page.next}
          address={address}
          source={source}
          locale={locale}
          words={{
            more: t('list.more'),
            loading: t('list.loading'),
            failed: t('list.failed'),
            retry: t('list.retry'),
          }}
        />
      )}
    </ul>
  );
}
