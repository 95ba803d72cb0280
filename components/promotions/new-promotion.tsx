import { words } from '@/components/ui/words';
import type { FormAction } from '@/components/workspace/action-form';
import { PageHead } from '@/components/workspace/page-head';
import { newId, publicId } from '@/lib/kernel/ids';
import type { PromotionKind } from '@/lib/promotions/model';
import type { FindOffers } from './choose-offers';
import { promotionFormWords } from './form-words';
import { PromotionForm } from './promotion-form';

type NewPromotionProps = {
  kind: PromotionKind;
  now: Date;
  action: FormAction<unknown>;
  findOffers: FindOffers | null;
};

/** The page of a new promotion of one kind. */
export async function NewPromotion({ kind, now, action, findOffers }: NewPromotionProps) {
  const [t, pieces] = await Promise.all([words('promotions'), words('orders')]);
  return (
    <>
      <PageHead title={t(`kind.${kind}`)} lead={t(`kind.${kind}Lead`)} />
      <PromotionForm
        promotionId={publicId('prm', newId())}
        today={now.toISOString().slice(0, 10)}
        words={promotionFormWords(t, { less: pieces('pieces.less'), more: pieces('pieces.more') })}
        {...{ kind, action, findOffers }}
      />
    </>
  );
}
