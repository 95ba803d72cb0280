import type { ReactNode } from 'react';
import { classNames } from './class-names';

type FoldedProps = {
  title: ReactNode;
  children: ReactNode;
  /** `foot`: the last row of a card, as wide as it. `card` stands by itself. */
  as?: 'card' | 'foot';
  /** What is inside takes something away. */
  isDanger?: boolean;
};

/** What few people need, folded under its title until asked for. Works without scripts. */
export function Folded({ title, children, as = 'card', isDanger = false }: FoldedProps) {
  const isFoot = as === 'foot';
  return (
    <details className={isFoot ? 'border-t border-line' : 'rounded-lg border border-line'}>
      <summary
        className={classNames(
          'touch cursor-pointer px-4 py-3',
          isFoot && 'text-sm text-muted hover:text-ink md:px-6',
          isDanger && 'text-danger',
        )}
      >
        {title}
      </summary>
      <div className={classNames('grid gap-4 px-4 pb-5', isFoot && 'md:px-6')}>{children}</div>
    </details>
  );
}
