import { HoldList } from '@/components/seller/hold-list';
import { Section } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import type { FormAction } from '@/components/workspace/action-form';
import { AmountList } from '@/components/workspace/amount-list';
import type { Locale } from '@/lib/i18n';
import type { SellerBalance } from '@/lib/ledger/model';
import type { AccountView, HoldView } from '@/lib/payouts/model';
import { DecisionForm } from './decision-form';
import { PayoutDesk } from './payout-desk';

type SellerPayoutsProps = {
  sellerId: string;
  account: AccountView;
  balances: readonly SellerBalance[];
  holds: readonly HoldView[];
  releaseDays: number;
  locale: Locale;
  /** Null for staff who may look and not decide. */
  actions: Readonly<Record<'terms' | 'hold' | 'endHold', FormAction<unknown>>> | null;
};

/** What a seller is owed, what is kept back of it and why, and what staff can decide about that. */
export async function SellerPayouts(props: SellerPayoutsProps) {
  const { sellerId, account, balances, holds, releaseDays, locale, actions } = props;
  const t = await words('admin');
  const reason = { reason: t('decide.reason'), reasonHint: t('decide.reasonHint'), done: t('decide.done') };
  return (
    <Section title={t('payouts.title')}>
      <div className="grid gap-4">
        <p className="text-muted">
          {t(`payouts.${account.state}`)} {t('payouts.release', { days: releaseDays })}
        </p>
        {balances.map(({ currency, ...owed }) => (
          <AmountList
            key={currency}
            locale={locale}
            rows={[
              {
                label: t('ledgerAccount.seller_pending'),
                amount: { amountMinor: owed.pendingMinor, currency },
              },
              {
                label: t('ledgerAccount.seller_available'),
                amount: { amountMinor: owed.availableMinor, currency },
              },
              {
                label: t('ledgerAccount.seller_reserved'),
                amount: { amountMinor: owed.reservedMinor, currency },
              },
              {
                label: t('ledgerAccount.seller_paying_out'),
                amount: { amountMinor: owed.payingOutMinor, currency },
              },
            ]}
          />
        ))}
        {holds.map((hold) => (
          <div key={hold.holdId} className="grid gap-3">
            <HoldList holds={[hold]} locale={locale} />
            {actions && (
              <DecisionForm
                subject={{ sellerId, holdId: hold.holdId }}
                action={actions.endHold}
                decisions={[{ name: 'end', label: t('payouts.endHold'), isGrave: false }]}
                words={reason}
              />
            )}
          </div>
        ))}
        {actions && (
          <PayoutDesk
            sellerId={sellerId}
            releaseDays={releaseDays}
            actions={actions}
            words={{
              ...reason,
              terms: t('payouts.terms'),
              releaseDays: t('payouts.releaseDays'),
              saveTerms: t('payouts.saveTerms'),
              hold: t('payouts.hold'),
              amount: t('payouts.amount'),
              amountHint: t('payouts.amountHint'),
              days: t('payouts.days'),
              daysHint: t('payouts.daysHint'),
              place: t('payouts.place'),
            }}
          />
        )}
      </div>
    </Section>
  );
}
