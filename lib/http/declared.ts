import type { ApiScope } from '@/lib/api-keys/model';
import type { Policy } from './policy';

/** What was declared about an action or route; `tests/access` reads it from everything that is exported. */
export type Declaration = {
  readonly kind: 'action' | 'route';
  readonly name: string;
  readonly policy: Policy | 'signed' | { readonly scope: ApiScope };
  /** Of an action: whether the log of a seller's desk keeps it. */
  readonly isLogged?: boolean;
};

const declarations = new WeakMap<object, Declaration>();

export function declare<F extends object>(declaration: Declaration, callable: F): F {
  declarations.set(callable, declaration);
  return callable;
}

/** Null for anything that was not made by `defineAction`, `defineRoute` or `defineSignedRoute`. */
export function declarationOf(callable: object): Declaration | null {
  return declarations.get(callable) ?? null;
}
