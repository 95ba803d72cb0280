/** Stands in for `next/headers` where no request is (`stand-ins.ts`). */
let current = new Headers();

/** From here on, actions and pages see a request with these headers. */
export function requestComesWith(headers: Readonly<Record<string, string>>): void {
  current = new Headers(headers);
}

export async function headers(): Promise<Headers> {
  return current;
}

export async function cookies() {
  const pairs = (current.get('cookie') ?? '').split('; ').map((pair) => pair.split('=') as [string, string]);
  const jar = new Map(pairs.map(([name, ...rest]) => [name, { name, value: rest.join('=') }]));
  return {
    get: (name: string) => jar.get(name),
    getAll: () => [...jar.values()],
    has: (name: string) => jar.has(name),
    set: (name: string, value: string) => void jar.set(name, { name, value }),
    delete: (name: string) => void jar.delete(name),
  };
}
