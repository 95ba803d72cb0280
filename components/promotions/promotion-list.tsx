import { RecordList } from '@/components/admin/record-list';
import { currentLocale, words } from '@/components/ui/words';
import type { PromotionView } from '@/lib/promotions/model';
import { PromotionStateBadge } from './promotion-state-badge';
import { givenWords, whatItDoes } from './promotion-words';

/** Promotions with what they do, how they went and where they stand. */
export async function PromotionList({ under, items }: { under: string; items: readonly PromotionView[] }) {
  const [t, locale] = await Promise.all([words('promotions'), currentLocale()]);
  return (
    <RecordList
      records={items.map((promotion) => {
        const given = givenWords(promotion, locale);
        return {
          href: `${under}/${promotion.promotionId}`,
          title: promotion.name,
          note: [
            whatItDoes(promotion, t, locale),
            ...(promotion.code === null ? [] : [promotion.code]),
            t('uses', { count: promotion.uses }),
            ...(given === null ? [] : [given]),
          ].join(' · '),
          badge: <PromotionStateBadge state={promotion.state} />,
        };
      })}
    />
  );
}
