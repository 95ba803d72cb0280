/**
 * Refusals are values, faults throw. A use case that a person can be refused by returns a `Result`
 * whose error is one of a closed set of codes; `lib/http/errors.ts` maps each code to a status and words.
 */
export type Result<T, E extends string = string> = Ok<T> | Refusal<E>;

export type Ok<T> = { readonly ok: true; readonly value: T };

/** `detail` carries facts the words need (an amount, a limit), never an exception. */
export type Refusal<E extends string = string> = {
  readonly ok: false;
  readonly error: E;
  readonly detail?: RefusalDetail;
};

export type RefusalDetail = Readonly<Record<string, string | number | boolean | null>>;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<E extends string>(error: E, detail?: RefusalDetail): Refusal<E> {
  return detail ? { ok: false, error, detail } : { ok: false, error };
}
