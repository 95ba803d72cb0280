/** The mark: a lit doorway of the market. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="8" fill="var(--color-accent)" />
      <path
        d="M9 26V14.5c0-1.300.45-2.100 1.200-2.900C11.300 10.300 13.500 9.300 16 6c2.500 3.300 4.700 4.300 5.800 5.600.75.8 1.200 1.600 1.200 2.900V26h-4.500v-7a2.500 2.500 0 0 0-5 0v7z"
        fill="var(--color-on-accent)"
      />
    </svg>
  );
}

export function Logo() {
  return (
    <span className="inline-flex items-center gap-2">
      <Mark className="size-8" />
      <span className="text-xl leading-none font-strong tracking-tight">souk</span>
    </span>
  );
}
