import type { ActionResult } from '@/lib/kernel/action-result';

/** A server action as a form of the basket calls it. */
export type CartFormAction = (previous: unknown, form: FormData) => Promise<ActionResult<void>>;

/** What can be done to a line. */
export type CartLineActions = Readonly<
  Record<'changeLineQuantity' | 'removeFromCart' | 'saveForLater', CartFormAction>
>;
