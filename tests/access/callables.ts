import { UNGUARDED_ROUTES } from '@/dev/check/architecture';
import { declarationOf, type Declaration } from '@/lib/http';

export type Callable = {
  /** File and export. */
  readonly where: string;
  readonly declaration: Declaration;
  /** Of a route. */
  readonly method: string;
  readonly call: (...args: readonly unknown[]) => Promise<unknown>;
  /** The export itself, to ask what was declared about it. */
  readonly callable: object;
};

const modules = import.meta.glob<Record<string, unknown>>(['/app/**/actions.ts', '/app/**/route.ts']);

/** Everything a browser or another machine can call. An export that declares nothing is a mistake. */
export async function callables(): Promise<Callable[]> {
  const found = await Promise.all(
    Object.entries(modules).map(async ([file, load]) =>
      Object.entries(await load()).flatMap(([name, value]) => toCallable(file, name, value)),
    ),
  );
  return found.flat();
}

function toCallable(file: string, name: string, value: unknown): Callable[] {
  if (typeof value !== 'function' || file.slice(1) in UNGUARDED_ROUTES) return [];
  const declaration = declarationOf(value);
  if (!declaration) throw new Error(`${file}: ${name} declares no policy`);
  const call = async (...args: readonly unknown[]): Promise<unknown> => value(...args);
  return [{ where: `${file} ${name}`, declaration, method: name, call, callable: value }];
}
