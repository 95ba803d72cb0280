import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { currentLocale, words } from '@/components/ui/words';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { formatDate, formatMoney, formatNumber } from '@/lib/i18n';
import type { NamedOffer } from '@/lib/offers/model';
import type { PromotionView } from '@/lib/promotions/model';
import { limitWords } from './form-words';
import { LimitsForm } from './limits-form';
import { givenWords, whatItDoes } from './promotion-words';

type PromotionDetailProps = {
  promotion: PromotionView;
  /** What it is for, by name; null for everything. */
  goods: readonly NamedOffer[] | null;
  /** What whoever may change it can do; null for who only looks. */
  actions: { readonly change: FormAction<unknown>; readonly switchTo: FormAction<unknown> } | null;
};

/** One promotion: its terms, what came of it, and what can still be done with it. */
export async function PromotionDetail({ promotion, goods, actions }: PromotionDetailProps) {
  const t = await words('promotions');
  return (
    <div className="grid items-start gap-8 md:grid-cols-2">
      <Section title={t('detail.terms')}>
        <Terms promotion={promotion} goods={goods} />
      </Section>
      <div className="grid gap-8">
        <Section title={t('detail.result')}>
          <Result promotion={promotion} />
        </Section>
        {actions && promotion.state !== 'ended' && (
          <Section title={t('detail.change')}>
            <Card className="grid gap-6 p-4">
              <LimitsForm
                promotion={promotion}
                action={actions.change}
                words={{ ...limitWords(t), save: t('detail.save'), saved: t('detail.saved') }}
              />
              <Switches promotion={promotion} action={actions.switchTo} />
            </Card>
          </Section>
        )}
      </div>
    </div>
  );
}

async function Terms({ promotion, goods }: Pick<PromotionDetailProps, 'promotion' | 'goods'>) {
  const [t, locale] = await Promise.all([words('promotions'), currentLocale()]);
  const start = formatDate(promotion.startsAt, locale, 'date');
  // The last day is the one before it ends, at midnight.
  const end = promotion.endsAt && formatDate(new Date(promotion.endsAt.getTime() - 1), locale, 'date');
  return (
    <Facts
      facts={[
        { name: t('detail.does'), value: whatItDoes(promotion, t, locale) },
        {
          name: t('detail.how'),
          value: promotion.code === null ? t('byItself') : t('code', { code: promotion.code }),
        },
        {
          name: t('detail.goods'),
          value: goods === null ? t('detail.everything') : <Goods {...{ promotion, goods }} />,
        },
        {
          name: t('detail.days'),
          value: end ? t('detail.fromTo', { start, end }) : t('detail.from', { start }),
        },
        { name: t('detail.combines'), value: promotion.combines ? t('detail.yes') : t('detail.no') },
      ]}
    />
  );
}

type GoodsProps = { promotion: PromotionView; goods: readonly NamedOffer[] };

function Goods({ promotion, goods }: GoodsProps) {
  const isSet = promotion.reduction.kind === 'bundle';
  const needed = new Map(promotion.offers?.map(({ offerId, quantity }) => [offerId, quantity]));
  return (
    <ul className="grid gap-1">
      {goods.map(({ offerId, title, variantLabel, sellerSku }) => (
        <li key={offerId}>
          {isSet && `${needed.get(offerId) ?? 1} × `}
          {variantLabel ? `${title}, ${variantLabel}` : title} <span className="text-muted">{sellerSku}</span>
        </li>
      ))}
    </ul>
  );
}

async function Result({ promotion }: { promotion: PromotionView }) {
  const [t, locale] = await Promise.all([words('promotions'), currentLocale()]);
  const { currency, budgetLeftMinor } = promotion;
  return (
    <Facts
      facts={[
        { name: t('detail.orders'), value: formatNumber(promotion.uses, locale) },
        { name: t('detail.given'), value: givenWords(promotion, locale) ?? t('detail.nothing') },
        ...(currency !== null && budgetLeftMinor !== null
          ? [
              {
                name: t('detail.budgetLeft'),
                value: formatMoney({ amountMinor: budgetLeftMinor, currency }, locale),
              },
            ]
          : []),
      ]}
    />
  );
}

type Fact = { readonly name: string; readonly value: ReactNode };

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-3 rounded-lg border border-line bg-raised p-4">
      {facts.map(({ name, value }) => (
        <div key={name} className="grid gap-0.5 sm:grid-cols-[9rem_1fr]">
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="wrap-anywhere tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

async function Switches({ promotion, action }: { promotion: PromotionView; action: FormAction<unknown> }) {
  const t = await words('promotions');
  const isPaused = promotion.state === 'paused';
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <ActionForm action={action} className="flex flex-wrap gap-2">
        <input type="hidden" name="promotionId" value={promotion.promotionId} />
        <Button type="submit" name="event" value={isPaused ? 'resume' : 'pause'}>
          {isPaused ? t('detail.resume') : t('detail.pause')}
        </Button>
        <Button type="submit" name="event" value="end" variant="danger">
          {t('detail.end')}
        </Button>
      </ActionForm>
      <p className="text-sm text-muted">{t('detail.endHint')}</p>
    </div>
  );
}
