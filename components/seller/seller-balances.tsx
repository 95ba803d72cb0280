import { Card } from '@/components/ui/card';
import { words } from '@/components/ui/words';
import type { FormAction } from '@/components/workspace/action-form';
import { formatDate, type Locale } from '@/lib/i18n';
import { formatMoney } from '@/lib/kernel/money';
import type { SellerBalance } from '@/lib/ledger/model';
import type { ComingRelease } from '@/lib/payouts/model';
import type { ReactNode } from 'react';
import { RequestPayout } from './request-payout';

type SellerBalancesProps = {
  balances: readonly SellerBalance[];
  coming: ComingRelease | null;
  releaseDays: number;
  locale: Locale;
  payOut: FormAction<unknown>;
};

/** What a seller is owed, per currency: what waits and until when, what can be had, what is kept back or on its way. */
export async function SellerBalances({ balances, coming, releaseDays, locale, payOut }: SellerBalancesProps) {
  const t = await words('seller');
  return balances.map(({ currency, pendingMinor, availableMinor, reservedMinor, payingOutMinor }) => {
    const amount = (amountMinor: number) => formatMoney({ amountMinor, currency }, locale);
    return (
      <div key={currency} className="grid gap-3 md:grid-cols-4">
        <Balance
          label={t('money.pending')}
          amount={amount(pendingMinor)}
          note={
            coming
              ? t('money.nextRelease', {
                  date: formatDate(coming.releaseAt, locale, 'date'),
                  count: coming.orders,
                })
              : t('money.pendingNote', { days: releaseDays })
          }
        />
        <Balance label={t('money.available')} amount={amount(availableMinor)}>
          {availableMinor > 0 && (
            <RequestPayout
              currency={currency}
              action={payOut}
              words={{ action: t('payout.now'), done: t('payout.asked') }}
            />
          )}
        </Balance>
        <Balance label={t('money.reserved')} amount={amount(reservedMinor)} />
        <Balance label={t('money.payingOut')} amount={amount(payingOutMinor)} />
      </div>
    );
  });
}

function Balance(props: { label: string; amount: string; note?: string; children?: ReactNode }) {
  const { label, amount, note, children } = props;
  return (
    <Card className="grid content-start gap-1 p-4">
      <p className="text-sm text-muted">{label}</p>
      <p className="text-xl font-strong tabular-nums">{amount}</p>
      {note && <p className="text-sm text-muted">{note}</p>}
      {children}
    </Card>
  );
}
