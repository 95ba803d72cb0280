import { classNames } from './class-names';

type AvatarProps = { name: string; size?: 'small' | 'medium' | 'large'; className?: string };

const SIZES = { small: 'size-8 text-xs', medium: 'size-11 text-base', large: 'size-16 text-xl' } as const;

/** The initials of somebody whose name stands beside it. */
export function Avatar({ name, size = 'medium', className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        'grid shrink-0 place-items-center rounded-full bg-accent-soft font-strong text-accent-text select-none',
        SIZES[size],
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return letters
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
