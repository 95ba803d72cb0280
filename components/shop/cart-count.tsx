'use client';

import { useMe } from './me';

/** The number on the basket. Its place is always there, so that nothing moves when it is known. */
export function CartCount({ label }: { label: string }) {
  const count = useMe()?.cartCount ?? 0;
  if (count === 0) return null;
  return (
    <span
      key={count}
      className="absolute -end-2 -top-1 grid h-4.5 min-w-4.5 animate-bump place-items-center rounded-full bg-accent px-1 text-xs leading-none font-strong text-on-accent tabular-nums"
    >
      {count > 99 ? '99+' : count}
      <span className="sr-only"> {label}</span>
    </span>
  );
}
