import type { ReactNode } from 'react';

/** One step of the page, numbered so that it is clear how many there are. */
export function CheckoutSection({
  step,
  title,
  children,
}: {
  step: number;
  title: string;
  children: ReactNode;
}) {
  return (
    <section className="grid gap-4">
      <h2 className="flex items-center gap-3 text-lg">
        <span
          aria-hidden
          className="grid size-7 place-items-center rounded-full bg-ink text-sm font-strong text-surface tabular-nums"
        >
          {step}
        </span>
        {title}
      </h2>
      {children}
    </section>
  );
}
