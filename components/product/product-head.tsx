import { Stars } from '@/components/ui/rating';
import { currentLocale, words } from '@/components/ui/words';
import { REVIEWS } from '@/components/reviews/review-section';
import { formatAverage, formatNumber } from '@/lib/i18n';
import type { ProductPage } from '@/lib/catalog/model';

/** What it is called, who makes it, what buyers think of it. */
export async function ProductHead({ product: { title, brand, rating } }: { product: ProductPage }) {
  const t = await words('product');
  const locale = await currentLocale();
  return (
    <header className="grid gap-1.5">
      {brand && <p className="text-sm text-muted">{t('by', { brand: brand.name })}</p>}
      <h1 className="text-lg md:text-xl">{title}</h1>
      {rating && (
        <a
          href={`#${REVIEWS}`}
          aria-label={t('reviewsLink', {
            average: formatAverage(rating.average, locale),
            count: rating.count,
          })}
          className="touch flex w-fit items-center gap-2 text-sm"
        >
          <span aria-hidden className="flex items-center gap-2">
            <Stars value={rating.average} label="" />
            <span className="font-strong tabular-nums">{formatAverage(rating.average, locale)}</span>
            <span className="text-muted underline tabular-nums">({formatNumber(rating.count, locale)})</span>
          </span>
        </a>
      )}
    </header>
  );
}
