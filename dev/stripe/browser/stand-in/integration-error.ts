/** The page uses Stripe.js in a way it, or the sandbox, does not know. A mistake of ours, never of the buyer's. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
}

/** Refuses options that would be ignored here and mean something at Stripe. */
export function requireKnown(where: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new IntegrationError(`${where}: the sandbox does not support ${unknown.join(', ')}.`);
}

/** `target`, throwing for every member of Stripe.js that it does not have instead of being undefined. */
export function refusingUnknown<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, member) {
      if (typeof member !== 'symbol' && !(member in object) && member !== 'then' && member !== 'toJSON') {
        throw new IntegrationError(`${name}.${member} is not supported by the sandbox.`);
      }
      const value: unknown = Reflect.get(object, member);
      return typeof value === 'function' ? value.bind(object) : value;
    },
  });
}
