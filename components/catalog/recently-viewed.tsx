'use client';

import { useSyncExternalStore } from 'react';
import { Photo } from '@/components/media/photo';
import { Section } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { forgetViewed, subscribeToViewed, viewedProducts } from './viewed-products';

type RecentlyViewedProps = {
  words: { title: string; clear: string };
  /** The product on screen, which needs no reminder. */
  except?: string;
};

/** What this browser looked at before: kept in it, told to nobody. Nothing until there is something. */
export function RecentlyViewed({ words, except }: RecentlyViewedProps) {
  const viewed = useSyncExternalStore(subscribeToViewed, viewedProducts, noneYet);
  const products = viewed.filter(({ slug }) => slug !== except);
  if (products.length === 0) return null;
  return (
    <Section
      title={words.title}
      aside={
        <button type="button" className="touch text-sm text-muted underline" onClick={forgetViewed}>
          {words.clear}
        </button>
      }
    >
      <ul className="listing-shelf viewed-shelf">
        {products.map(({ slug, title, image }) => (
          <li key={slug}>
            <Link href={`/p/${slug}`} className="group grid gap-1.5 text-sm">
              <Photo picture={image} sizes="8rem" decorative className="aspect-square rounded-lg" />
              <span className="line-clamp-2 group-hover:underline">{title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const NONE: readonly never[] = [];
const noneYet = () => NONE;
