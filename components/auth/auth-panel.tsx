import type { ReactNode } from 'react';

type AuthPanelProps = { title: string; lead?: ReactNode; children?: ReactNode; foot?: ReactNode };

/** One thing to fill in, in the middle of the page. */
export function AuthPanel({ title, lead, children, foot }: AuthPanelProps) {
  return (
    <section className="mx-auto grid w-full max-w-form gap-6">
      <header className="grid gap-2">
        <h1 className="text-xl">{title}</h1>
        {lead && <p className="text-muted">{lead}</p>}
      </header>
      {children}
      {foot && <footer className="border-t border-line pt-5 text-sm text-muted">{foot}</footer>}
    </section>
  );
}
