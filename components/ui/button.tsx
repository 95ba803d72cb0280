import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { Link } from './link';

export type ButtonLook = {
  /** `primary` is the one thing to do on a page, `secondary` any other, `quiet` one among many. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'small' | 'medium' | 'large';
  /** As wide as what contains it. */
  wide?: boolean;
};

const VARIANTS = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-edge bg-raised text-ink hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
  danger: 'border border-danger text-danger hover:bg-danger-soft',
} as const;

const SIZES = {
  small: 'min-h-9 px-3 text-sm touch',
  medium: 'min-h-11 px-4 text-base',
  large: 'min-h-13 px-6 text-base',
} as const;

/** The look of a button, for elements that are not one (a `summary`, a label). */
export function buttonClass({
  variant = 'secondary',
  size = 'medium',
  wide = false,
}: ButtonLook = {}): string {
  return classNames(
    'inline-flex items-center justify-center gap-2 rounded-md text-center font-strong transition select-none',
    'active:scale-[0.98] disabled:opacity-50 aria-disabled:opacity-50',
    VARIANTS[variant],
    SIZES[size],
    wide && 'w-full',
  );
}

type ButtonProps = ComponentProps<'button'> & ButtonLook;

export function Button({ variant, size, wide, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button type={type} className={classNames(buttonClass({ variant, size, wide }), className)} {...rest} />
  );
}

type ButtonLinkProps = ComponentProps<typeof Link> & ButtonLook;

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ variant, size, wide, className, ...rest }: ButtonLinkProps) {
  return <Link className={classNames(buttonClass({ variant, size, wide }), className)} {...rest} />;
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label'> & { label: string; children: ReactNode };

/** A button of an icon alone; `label` is its name. */
export function IconButton({ label, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-flex size-11 items-center justify-center rounded-full transition hover:bg-sunken active:scale-95',
        className,
      )}
      {...rest}
    />
  );
}
