import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

/** A framed part of a page. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div className={classNames('rounded-lg border border-line bg-raised', className)} {...rest} />;
}

type SectionProps = {
  title: ReactNode;
  aside?: ReactNode;
  id?: string;
  className?: string;
  children: ReactNode;
};

/** A part of a page under its own heading; `aside` is at the end of that line. */
export function Section({ title, aside, id, className, children }: SectionProps) {
  return (
    <section id={id} className={className}>
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 className="text-lg md:text-xl">{title}</h2>
        {aside && <div className="shrink-0">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
