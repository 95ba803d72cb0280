import { classNames } from '@/components/ui/class-names';
import { formatMoney, type Money } from '@/lib/kernel/money';

export type AmountRow = {
  readonly label: string;
  /** Null shows `instead`. */
  readonly money: Money | null;
  /** Words in place of the amount: `Free`. */
  readonly instead?: string;
  readonly tone?: 'positive' | 'muted';
};

/** How a total comes about, amount by amount. */
export function AmountRows({ rows, locale }: { rows: readonly AmountRow[]; locale: string }) {
  return (
    <dl className="grid gap-2">
      {rows.map(({ label, money, instead, tone }) => (
        <div
          key={label}
          className={classNames(
            'flex justify-between gap-4',
            tone === 'positive' && 'text-positive',
            tone === 'muted' && 'text-sm text-muted',
          )}
        >
          <dt>{label}</dt>
          <dd className="text-end tabular-nums">{instead ?? (money && formatMoney(money, locale))}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Less of something: shown with a minus. */
export function negative({ amountMinor, currency }: Money): Money {
  return { amountMinor: -amountMinor, currency };
}
