import type { CSSProperties } from 'react';
import { classNames } from './class-names';

type StarsProps = {
  /** 0 to 5; shown to a tenth. */
  value: number;
  /** What it means in words, e.g. `4.3 out of 5 stars`. */
  label: string;
  size?: 'small' | 'medium';
};

/** Five stars filled from the start up to the value. */
export function Stars({ value, label, size = 'small' }: StarsProps) {
  return (
    <span
      role="img"
      aria-label={label}
      className={classNames('stars', size === 'small' ? 'h-3.5 w-[4.375rem]' : 'h-5 w-25')}
      style={{ '--stars': `${Math.round(value * 20)}%` } as CSSProperties}
    />
  );
}
