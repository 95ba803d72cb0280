import { CategoryTiles } from '@/components/catalog/category-tiles';
import { ListingShelf } from '@/components/catalog/listing-shelf';
import { Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import type { CategoryTile, ListingCard } from '@/lib/catalog/model';
import type { Locale } from '@/lib/i18n';

type SearchStartProps = {
  departments: readonly CategoryTile[];
  popular: readonly ListingCard[];
  locale: Locale;
};

/** For whoever searched for nothing yet: where to look, and what others want. */
export async function SearchStart({ departments, popular, locale }: SearchStartProps) {
  const t = await words('search');
  return (
    <div className="page grid grid-cols-1 gap-10 pt-5 md:gap-14">
      <h1 className="text-lg md:text-xl">{t('start.title')}</h1>
      {departments.length > 0 ? (
        <Section title={t('start.departments')}>
          <CategoryTiles categories={departments} />
        </Section>
      ) : (
        <p className="text-muted">{t('start.empty')}</p>
      )}
      <ListingShelf title={t('start.popular')} cards={popular} locale={locale} />
    </div>
  );
}
