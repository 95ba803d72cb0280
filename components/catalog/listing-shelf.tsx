import type { ReactNode } from 'react';
import { Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/i18n';
import type { ListingCard } from '@/lib/catalog/model';
import { ListingTile, SHELF_SIZES } from './listing-tile';
import { presentListing } from './present-listing';
import { ShelfArrows } from './shelf-arrows';

type ListingShelfProps = {
  title: string;
  cards: readonly ListingCard[];
  locale: Locale;
  /** Where there is more of it. */
  aside?: ReactNode;
  /** It is among the first things seen on the page. */
  eager?: boolean;
};

/** A row of tiles that is swiped; nothing at all when there is nothing to put on it. */
export async function ListingShelf({ title, cards, locale, aside, eager = false }: ListingShelfProps) {
  if (cards.length === 0) return null;
  const t = await words('catalog');
  return (
    <Section
      title={title}
      aside={
        <div className="flex items-center gap-3">
          {aside}
          <ShelfArrows words={{ back: t('list.back'), on: t('list.on') }} />
        </div>
      }
    >
      <ul className="listing-shelf">
        {cards.map((card, index) => (
          <li key={card.productId}>
            <ListingTile
              listing={presentListing(card, locale)}
              locale={locale}
              sizes={SHELF_SIZES}
              eager={eager && index < 3}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
