import { BasicsForm } from '@/components/seller/draft-forms';
import { words } from '@/components/ui/words';
import { listCategories, type Draft } from '@/lib/catalog';
import type { Locale } from '@/lib/i18n';
import { publicId } from '@/lib/kernel/ids';
import type { Database } from '@/lib/platform/database';
import { saveBasics } from '../actions';

type BasicsStepProps = { db: Database; draft: Draft; locale: Locale };

export async function BasicsStep({ db, draft: { productId, version, content }, locale }: BasicsStepProps) {
  const [t, categories] = await Promise.all([words('listing'), listCategories(db, locale)]);
  return (
    <BasicsForm
      draft={{ productId: publicId('prd', productId), version }}
      basics={{
        title: content.title,
        brand: content.brand,
        description: content.description,
        highlights: content.highlights.join('\n'),
        categoryId: content.categoryId ? publicId('cat', content.categoryId) : '',
      }}
      categories={categories}
      action={saveBasics}
      words={{
        title: t('basics.title'),
        titleHint: t('basics.titleHint'),
        brand: t('basics.brand'),
        brandHint: t('basics.brandHint'),
        description: t('basics.description'),
        descriptionHint: t('basics.descriptionHint'),
        highlights: t('basics.highlights'),
        highlightsHint: t('basics.highlightsHint'),
        category: t('basics.category'),
        categorySearch: t('basics.categorySearch'),
        categoryNothing: t('basics.categoryNothing'),
        optional: t('offer.optional'),
        save: t('step.next'),
      }}
    />
  );
}
