export type Row = { readonly id: string };

/**
 * The objects of one kind, in the order they were made. Rows are never changed in place: a change puts a new
 * row, so that an event may keep the row as it was without a copy.
 */
export class Collection<T extends Row> {
  readonly #entries = new Map<string, { readonly position: number; readonly row: T }>();
  readonly #order: (string | undefined)[] = [];
  readonly #indexes: ReadonlyMap<string, Index<T>>;

  constructor(indexes: Readonly<Record<string, (row: T) => string | null>> = {}) {
    this.#indexes = new Map(
      Object.entries(indexes).map(([name, keyOf]) => [name, { keyOf, ids: new Map<string, Set<string>>() }]),
    );
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): T | undefined {
    return this.#entries.get(id)?.row;
  }

  /** Every row, oldest first. */
  *all(): Generator<T> {
    for (const { row } of this.#entries.values()) yield row;
  }

  /** Puts or replaces; returns what was there before. */
  put(row: T): T | undefined {
    const before = this.#entries.get(row.id);
    const position = before?.position ?? this.#order.push(row.id) - 1;
    this.#entries.set(row.id, { position, row });
    this.#reindex(row.id, before?.row, row);
    return before?.row;
  }

  /** Removes; returns what was there before. */
  remove(id: string): T | undefined {
    const before = this.#entries.get(id);
    if (!before) return undefined;
    this.#entries.delete(id);
    this.#order[before.position] = undefined;
    this.#reindex(id, before.row, undefined);
    return before.row;
  }

  /** Rows from the newest, or from the one made just before `after`. */
  *newestFirst(after?: string): Generator<T> {
    const start = after === undefined ? this.#order.length : (this.#entries.get(after)?.position ?? 0);
    for (let position = start - 1; position >= 0; position--) {
      const id = this.#order[position];
      const entry = id === undefined ? undefined : this.#entries.get(id);
      if (entry) yield entry.row;
    }
  }

  /** Rows whose index `name` has that key, newest first. */
  having(name: string, key: string): T[] {
    const ids = this.#indexes.get(name)?.ids.get(key) ?? [];
    return [...ids]
      .flatMap((id) => this.#entries.get(id) ?? [])
      .sort((a, b) => b.position - a.position)
      .map(({ row }) => row);
  }

  #reindex(id: string, before: T | undefined, after: T | undefined): void {
    for (const { keyOf, ids } of this.#indexes.values()) {
      const was = before ? keyOf(before) : null;
      const is = after ? keyOf(after) : null;
      if (was === is) continue;
      if (was !== null) forget(ids, was, id);
      if (is !== null) remember(ids, is, id);
    }
  }
}

type Index<T> = { readonly keyOf: (row: T) => string | null; readonly ids: Map<string, Set<string>> };

function remember(ids: Map<string, Set<string>>, key: string, id: string): void {
  const known = ids.get(key);
  if (known) known.add(id);
  else ids.set(key, new Set([id]));
}

function forget(ids: Map<string, Set<string>>, key: string, id: string): void {
  const known = ids.get(key);
  known?.delete(id);
  if (known?.size === 0) ids.delete(key);
}
