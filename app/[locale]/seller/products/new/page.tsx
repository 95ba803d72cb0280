import { z } from 'zod';
import { StartForm } from '@/components/seller/draft-forms';
import { words } from '@/components/ui/words';
import { PageHead } from '@/components/workspace/page-head';
import { listCategories } from '@/lib/catalog';
import { DESK, requirePage } from '@/lib/http';
import { storableText } from '@/lib/kernel/storable-text';
import { startProductAction } from '../actions';

const query = z.object({ title: z.string().max(120).transform(storableText).catch('').default('') });

export default async function NewProductPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seller/products/new'>) {
  const { db, locale } = await requirePage(DESK.changeOffers, '/seller/products/new', params);
  const { title } = query.parse(await searchParams);
  const [t, categories] = await Promise.all([words('listing'), listCategories(db, locale)]);
  return (
    <>
      <PageHead title={t('start.title')} lead={t('start.lead')} />
      <StartForm
        categories={categories}
        title={title}
        action={startProductAction}
        words={{
          title: t('basics.title'),
          titleHint: t('basics.titleHint'),
          category: t('basics.category'),
          categorySearch: t('basics.categorySearch'),
          categoryNothing: t('basics.categoryNothing'),
          start: t('start.start'),
        }}
      />
    </>
  );
}
