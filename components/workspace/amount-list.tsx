import { formatMoney, type Money } from '@/lib/kernel/money';
import { classNames } from '@/components/ui/class-names';

export type AmountRow = { readonly label: string; readonly amount: Money; readonly strong?: boolean };

/** Amounts that add up, one under the other, in figures of one width. */
export function AmountList({ rows, locale }: { rows: readonly AmountRow[]; locale: string }) {
  return (
    <dl className="grid gap-1.5">
      {rows.map((row) => (
        <div
          key={row.label}
          className={classNames(
            'flex justify-between gap-4',
            row.strong ? 'border-t border-line pt-1.5 font-strong' : 'text-sm',
          )}
        >
          <dt>{row.label}</dt>
          <dd className="tabular-nums">{formatMoney(row.amount, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
