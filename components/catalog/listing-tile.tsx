import { Photo } from '@/components/media/photo';
import { classNames } from '@/components/ui/class-names';
import { Link } from '@/components/ui/link';
import { FormerPrice, Price } from '@/components/ui/price';
import { WishlistButton } from '@/components/wishlist/wishlist-button';
import type { ListingView } from './present-listing';
import { TimeLeft } from './time-left';

/** How wide a tile is on a page of tiles. */
export const GRID_SIZES = '(min-width: 72rem) 15rem, (min-width: 56rem) 30vw, (min-width: 40rem) 30vw, 48vw';

/** How wide a tile is on a shelf. */
export const SHELF_SIZES = '(min-width: 56rem) 13rem, 42vw';

type ListingTileProps = {
  listing: ListingView;
  locale: string;
  sizes: string;
  /** Seen without scrolling. */
  eager?: boolean;
};

const NOTE_TONES = { positive: 'text-positive', sale: 'text-sale', muted: 'text-muted' } as const;

/** A product among others: picture, price first, then what it is. The whole tile is the link. */
export function ListingTile({ listing, locale, sizes, eager }: ListingTileProps) {
  const { price, former, deal, rating, note } = listing;
  return (
    <article data-shown={listing.productId} className="group relative flex h-full flex-col">
      <div className="relative">
        <Photo
          picture={listing.image}
          sizes={sizes}
          eager={eager}
          decorative
          className="aspect-square rounded-lg [&>img]:transition [&>img]:duration-200 group-hover:[&>img]:scale-[1.03]"
        />
        {deal && (
          <span className="absolute start-2 top-2 rounded-sm bg-sale px-1.5 py-0.5 text-xs font-strong text-on-sale">
            {deal.off}
          </span>
        )}
      </div>
      <div className="mt-2 flex flex-1 flex-col gap-0.5 px-0.5">
        <p className="flex min-h-6.5 flex-wrap items-baseline gap-x-1.5">
          {listing.priceLead && <span className="text-xs text-muted">{listing.priceLead}</span>}
          {price && <Price money={price} locale={locale} className={former ? 'text-sale' : undefined} />}
          {former && <FormerPrice money={former.price} locale={locale} label={former.label} />}
        </p>
        <h3 className="text-sm font-regular tracking-normal">
          <Link
            href={`/p/${listing.slug}`}
            className="line-clamp-2 after:absolute after:inset-0 group-hover:underline"
          >
            {listing.title}
          </Link>
        </h3>
        {rating && (
          <p className="flex items-center gap-1 text-sm text-muted">
            <span role="img" aria-label={rating.label} className="contents">
              <span className="stars h-3.5 w-3.5 [--stars:100%] [mask-size:100%]" />
              <span aria-hidden className="font-strong text-ink tabular-nums">
                {rating.average}
              </span>
              <span aria-hidden className="tabular-nums">
                {rating.count}
              </span>
            </span>
          </p>
        )}
        {note && <p className={classNames('text-sm', NOTE_TONES[note.tone])}>{note.text}</p>}
        {deal?.end && <TimeLeft end={deal.end} locale={locale} />}
        {listing.swatches.length > 0 && (
          <p className="mt-1 flex items-center gap-1">
            <span className="sr-only">{listing.swatchesLabel}</span>
            {listing.swatches.map(({ label, hex }) => (
              <span
                key={label}
                title={label}
                className="size-3.5 rounded-full border border-edge"
                style={{ backgroundColor: hex }}
              />
            ))}
          </p>
        )}
      </div>
      <WishlistButton
        productId={listing.productId}
        label={listing.saveLabel}
        className="absolute end-1.5 top-1.5"
      />
    </article>
  );
}
