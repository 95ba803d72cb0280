import { formatMoney, formatMoneyParts, type Money } from '@/lib/kernel/money';
import { classNames } from './class-names';

type PriceProps = {
  money: Money;
  locale: string;
  size?: 'small' | 'medium' | 'large';
  className?: string;
};

const SIZES = { small: 'text-base', medium: 'text-lg', large: 'text-2xl' } as const;

const SMALL_PARTS: ReadonlySet<Intl.NumberFormatPartTypes> = new Set([
  'currency',
  'fraction',
  'decimal',
  'literal',
]);

/** An amount as the loudest thing around: whole units large, currency and cents small, figures of one width. */
export function Price({ money, locale, size = 'medium', className }: PriceProps) {
  return (
    <span
      className={classNames(
        'font-strong tracking-tight whitespace-nowrap tabular-nums',
        SIZES[size],
        className,
      )}
    >
      {formatMoneyParts(money, locale).map((part, index) =>
        SMALL_PARTS.has(part.type) ? (
          <small key={index} className="text-[0.68em] tracking-normal">
            {part.value}
          </small>
        ) : (
          part.value
        ),
      )}
    </span>
  );
}

/** The price before a reduction, struck out; `label` says so to those who do not see the line. */
export function FormerPrice({ money, locale, label }: { money: Money; locale: string; label: string }) {
  return (
    <s className="text-sm text-muted tabular-nums">
      <span className="sr-only">{label} </span>
      {formatMoney(money, locale)}
    </s>
  );
}
