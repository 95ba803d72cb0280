import type { ReactNode } from 'react';
import { CircleAlert, CircleCheck, Info } from './icons';
import { classNames } from './class-names';

type StateProps = {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  /** What to do next: a button or a link. */
  action?: ReactNode;
  /** The heading's level in the page around it. */
  heading?: 'h1' | 'h2';
};

/** Nothing here yet, or nothing found: what that means and what to do next. */
export function EmptyState({ icon, title, children, action, heading: Heading = 'h2' }: StateProps) {
  return (
    <div className="mx-auto grid max-w-form justify-items-center gap-3 px-4 py-14 text-center">
      <span className="grid size-16 place-items-center rounded-full bg-accent-soft text-accent-text [&>svg]:size-7">
        {icon}
      </span>
      <Heading className="mt-1 text-lg">{title}</Heading>
      {children && <div className="text-muted">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}

const NOTICES = {
  info: { look: 'bg-sunken', icon: Info },
  success: { look: 'bg-positive-soft text-positive', icon: CircleCheck },
  warning: { look: 'bg-warning-soft text-warning', icon: CircleAlert },
  error: { look: 'bg-danger-soft text-danger', icon: CircleAlert },
} as const;

/** A message about the whole form or page, announced when it appears. */
export function FormStatus({ kind, children }: { kind: keyof typeof NOTICES; children?: ReactNode }) {
  const { look, icon: Icon } = NOTICES[kind];
  return (
    <div role={kind === 'error' ? 'alert' : 'status'} className="empty:contents">
      {children && (
        <div className={classNames('flex items-start gap-2.5 rounded-md px-4 py-3 text-sm', look)}>
          <Icon aria-hidden className="mt-px size-5 shrink-0" />
          <div className="min-w-0">{children}</div>
        </div>
      )}
    </div>
  );
}
