import type { Metadata } from 'next';
import { AccountPage } from '@/components/account/account-page';
import { FeeCalculator } from '@/components/seller/fee-calculator';
import { ButtonLink } from '@/components/ui/button';
import { words } from '@/components/ui/words';
import { listCategories } from '@/lib/catalog';
import { requirePage } from '@/lib/http';
import { takeHomeAction } from '../actions';
import { answerTakeHome, takeHomeInput } from '../take-home';

export async function generateMetadata(): Promise<Metadata> {
  const t = await words('listing');
  return { title: t('calculator.title'), description: t('calculator.lead') };
}

/** For everybody: who sells sees their own terms, everybody else the market's. */
export default async function FeesPage({ params, searchParams }: PageProps<'/[locale]/sell/fees'>) {
  const { clock, ...asking } = await requirePage('public', '/sell/fees', params);
  const asked = { price: '', postage: '', categoryId: '', ...texts(await searchParams) };
  const question = takeHomeInput.safeParse({ ...asked, postage: asked.postage || '0' });
  const [t, categories, answer] = await Promise.all([
    words('listing'),
    listCategories(asking.db, asking.locale),
    question.success ? answerTakeHome(asking, question.data, clock()) : null,
  ]);
  const isSeller = asking.actor.kind === 'user' && asking.actor.memberships.length > 0;
  return (
    <AccountPage title={t('calculator.title')} wide>
      <p className="text-muted">{t('calculator.lead')}</p>
      <FeeCalculator
        categories={categories}
        asked={asked}
        answer={answer}
        ask={takeHomeAction}
        words={{
          price: t('calculator.price'),
          priceHint: t('calculator.priceHint'),
          category: t('calculator.category'),
          anyCategory: t('calculator.anyCategory'),
          postage: t('takeHome.postageField'),
          postageHint: t('takeHome.postageHint'),
          optional: t('calculator.optional'),
          show: t('calculator.show'),
        }}
        takeHomeWords={{
          title: t('takeHome.title'),
          empty: t('takeHome.empty'),
          loses: t('takeHome.loses'),
          providerNote: t('takeHome.providerNote'),
        }}
      />
      {!isSeller && (
        <ButtonLink href="/sell" variant="primary" className="justify-self-start">
          {t('calculator.apply')}
        </ButtonLink>
      )}
    </AccountPage>
  );
}

/** The parameters that are given once. */
function texts(search: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
