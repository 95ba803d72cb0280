import type { RefusalDetail } from './result';

/**
 * What a form or button learns from the server: the value, or words a person can read. Never an
 * exception's message.
 */
export type ActionResult<T, E extends string = string> = ActionSuccess<T> | ActionFailure<E>;

export type ActionSuccess<T> = { readonly ok: true; readonly value: T };

export type ActionFailure<E extends string = string> = {
  readonly ok: false;
  readonly error: E;
  /** One sentence for the whole form. */
  readonly message: string;
  /** Words per field, by the field's name in the form (`address.line1`). */
  readonly fields?: Readonly<Record<string, string>>;
  /** What was typed, without secrets, so that a form sent without JavaScript loses nothing. */
  readonly values?: Readonly<Record<string, string>>;
  readonly detail?: RefusalDetail;
  /** Names this failure in the logs; present when it was our fault. */
  readonly incidentId?: string;
};
