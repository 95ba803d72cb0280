import { ChevronDown } from './icons';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

const CONTROL =
  'w-full rounded-md border border-edge bg-raised px-3 text-base placeholder:text-muted transition hover:border-ink aria-invalid:border-danger aria-invalid:bg-danger-soft disabled:opacity-60';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={classNames(CONTROL, 'min-h-11', className)} {...rest} />;
}

export function TextArea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={classNames(CONTROL, 'py-2', className)} {...rest} />;
}

/** The platform's own list, which is a sheet on phones. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={classNames('relative block', className)}>
      <select className={classNames(CONTROL, 'min-h-11 appearance-none pe-10')} {...rest} />
      <ChevronDown aria-hidden className="pointer-events-none absolute end-3 top-3 size-5 text-muted" />
    </span>
  );
}

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode;
  /** A second, quieter line. */
  hint?: ReactNode;
  /** At the end of the row: a price, a count. */
  aside?: ReactNode;
};

const MARK =
  'mt-0.5 size-5 shrink-0 appearance-none border border-edge bg-raised bg-center bg-no-repeat transition checked:border-ink checked:bg-ink disabled:opacity-50';

const ROW = 'flex min-h-11 cursor-pointer items-start gap-3 py-2.5 has-disabled:cursor-not-allowed';

export function Checkbox({ label, hint, aside, className, ...rest }: ChoiceProps) {
  return (
    <label className={classNames(ROW, className)}>
      <input type="checkbox" className={classNames(MARK, 'mark-check rounded-sm')} {...rest} />
      <ChoiceWords {...{ label, hint, aside }} />
    </label>
  );
}

export function Radio({ label, hint, aside, className, ...rest }: ChoiceProps) {
  return (
    <label className={classNames(ROW, className)}>
      <input type="radio" className={classNames(MARK, 'mark-dot rounded-full')} {...rest} />
      <ChoiceWords {...{ label, hint, aside }} />
    </label>
  );
}

/** A radio as a framed card, for choices that carry a price or an explanation. */
export function RadioCard({ className, ...rest }: ChoiceProps) {
  return (
    <Radio
      className={classNames(
        'rounded-md border border-line bg-raised px-4 py-3.5 transition has-checked:border-ink has-checked:ring-1 has-checked:ring-ink',
        className,
      )}
      {...rest}
    />
  );
}

function ChoiceWords({ label, hint, aside }: Pick<ChoiceProps, 'label' | 'hint' | 'aside'>) {
  return (
    <>
      <span className="min-w-0 flex-1">
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
      {aside && <span className="shrink-0 text-sm text-muted tabular-nums">{aside}</span>}
    </>
  );
}
