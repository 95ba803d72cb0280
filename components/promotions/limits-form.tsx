'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspace/action-form';
import { plainAmount } from '@/lib/kernel/money';
import type { PromotionView } from '@/lib/promotions/model';
import { LimitFields, type LimitWords } from './limit-fields';

type LimitsFormProps = {
  promotion: PromotionView;
  action: FormAction<unknown>;
  words: LimitWords & { readonly save: string; readonly saved: string };
};

/** How long and how often a promotion that is there counts. */
export function LimitsForm({ promotion, action, words }: LimitsFormProps) {
  const { promotionId, version, code, currency, endsAt, budgetMinor } = promotion;
  const now = {
    endsAt: endsAt ? new Date(endsAt.getTime() - 1).toISOString().slice(0, 10) : undefined,
    maxRedemptions: promotion.maxRedemptions ?? undefined,
    maxPerCustomer: promotion.maxPerCustomer ?? undefined,
    budgetMinor:
      budgetMinor !== null && currency !== null
        ? plainAmount({ amountMinor: budgetMinor, currency })
        : undefined,
  };
  return (
    <ActionForm action={action} done={words.saved} className="grid gap-4">
      {(answer) => (
        <>
          <input type="hidden" name="promotionId" value={promotionId} />
          <input type="hidden" name="version" value={version} />
          <LimitFields {...{ answer, words, now }} hasCode={code !== null} hasCurrency={currency !== null} />
          <SubmitButton className="justify-self-start">{words.save}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
