import { Section } from '@/components/ui/card';
import { Percent } from '@/components/ui/icons';
import { EmptyState } from '@/components/ui/state';
import { words } from '@/components/ui/words';
import { Paging } from '@/components/workspace/paging';
import { publicId } from '@/lib/kernel/ids';
import type { PromotionKind, PromotionView } from '@/lib/promotions/model';
import { KindChoice } from './kind-choice';
import { PromotionList } from './promotion-list';

type PromotionDeskProps = {
  /** Where they are: `/seller/promotions`. */
  under: string;
  items: readonly PromotionView[];
  /** Where this page begins and the one after it. */
  after: string | null;
  next: string | null;
  /** What may be begun here; nothing for who only looks. */
  kinds: readonly PromotionKind[];
};

/** All promotions of somebody, and the way to a new one. */
export async function PromotionDesk({ under, items, after, next, kinds }: PromotionDeskProps) {
  const t = await words('promotions');
  return (
    <div className="grid gap-8">
      {items.length > 0 ? (
        <PromotionList under={under} items={items} />
      ) : (
        <EmptyState icon={<Percent />} title={t('emptyTitle')}>
          {t('empty')}
        </EmptyState>
      )}
      <Paging path={under} after={after} next={next && publicId('prm', next)} />
      {kinds.length > 0 && (
        <Section title={t('new')}>
          <KindChoice under={under} kinds={kinds} />
        </Section>
      )}
    </div>
  );
}
