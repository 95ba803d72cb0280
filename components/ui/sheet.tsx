import { X } from './icons';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

type SheetProps = {
  id: string;
  title: string;
  /** Name of the button that closes it. */
  closeLabel: string;
  /** Stays at the bottom while the rest scrolls. */
  footer?: ReactNode;
  /** Beyond the phone, where it always rises from the bottom. */
  side?: 'end' | 'center';
  children: ReactNode;
};

/**
 * A native dialog: the platform traps focus, closes on Escape and gives focus back. Any button opens it with
 * `opens(id)`; `DialogCommands`, once in the layout, serves browsers without `commandfor`.
 */
export function Sheet({ id, title, closeLabel, footer, side = 'end', children }: SheetProps) {
  const titleId = `${id}-title`;
  return (
    <dialog id={id} aria-labelledby={titleId} closedby="any" className={classNames('sheet', `sheet-${side}`)}>
      <div className="flex items-center justify-between gap-4 border-b border-line py-2 ps-5 pe-2">
        <h2 id={titleId} className="text-lg">
          {title}
        </h2>
        <form method="dialog">
          <button
            aria-label={closeLabel}
            className="grid size-11 place-items-center rounded-full transition hover:bg-sunken"
          >
            <X aria-hidden className="size-5" />
          </button>
        </form>
      </div>
      <div className="overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
      {footer && (
        <div className="flex gap-3 border-t border-line px-5 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))]">
          {footer}
        </div>
      )}
    </dialog>
  );
}

/** What makes a button open the sheet of that id; React does not know these attributes by type yet. */
export function opens(id: string): ComponentProps<'button'> {
  return { ...{ command: 'show-modal', commandfor: id }, 'aria-haspopup': 'dialog' };
}
