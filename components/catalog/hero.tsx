import { Photo } from '@/components/media/photo';
import { Link } from '@/components/ui/link';
import type { ListingCard } from '@/lib/catalog/model';

type HeroProps = { title: string; body: string; cards: readonly ListingCard[] };

/** The market's arcade: what people want most, each in its own doorway. */
export function Hero({ title, body, cards }: HeroProps) {
  const shown = cards.filter(({ image }) => image !== null).slice(0, 4);
  return (
    <section className="grid grid-cols-1 gap-6 overflow-hidden rounded-lg bg-accent-soft px-5 pt-6 md:grid-cols-[2fr_3fr] md:items-center md:gap-10 md:px-12 md:pt-10">
      <div className="md:pb-10">
        <h1 className="text-xl md:text-2xl">{title}</h1>
        <p className="mt-2 max-w-md text-muted">{body}</p>
      </div>
      {shown.length > 0 && (
        <ul className="flex items-end gap-2 self-end md:gap-4">
          {shown.map((card, index) => (
            <li key={card.productId} className="min-w-0 flex-1">
              <Link href={`/p/${card.slug}`} aria-label={card.title} className="doorway">
                <Photo
                  picture={card.image}
                  sizes="(min-width: 56rem) 11rem, 22vw"
                  eager
                  decorative
                  className={index % 2 === 0 ? 'aspect-[3/4]' : 'aspect-[3/5]'}
                />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
