import { classNames } from './class-names';

/** A place kept for something on its way, of the same shape. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames('block animate-breathe rounded-md bg-sunken', className)} />;
}
