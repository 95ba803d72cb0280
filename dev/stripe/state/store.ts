import { Journal } from './journal';
import { emptyCollections, TABLE_NAMES, type Collections, type TableName, type Tables } from './tables';

/** Take a snapshot when the journal has grown by this much. */
const SNAPSHOT_AFTER_BYTES = 64 * 1024 * 1024;

const DAY_SECONDS = 86_400;
const KEEP_ANSWERS_SECONDS = DAY_SECONDS;
const KEEP_EVENTS_SECONDS = 30 * DAY_SECONDS;

/** One row put, or removed when the row is null. */
type EntryOf<N extends TableName> = readonly [table: N, id: string, row: Tables[N] | null];

/** Which row a change wrote. */
export type Touched = { readonly table: TableName; readonly id: string };

type Write = Touched & { readonly undo: () => void };

/**
 * Everything the sandbox knows: maps in memory, a journal on disk. All writes happen inside `change`, which runs
 * without waiting for anything, so that changes never interleave.
 */
export class Store {
  readonly #tables: Collections = emptyCollections();
  readonly #journal: Journal<EntryOf<TableName>>;
  readonly #listeners = new Set<(touched: readonly Touched[]) => void>();
  #writes: Write[] | null = null;
  #snapshot: Promise<void> | null = null;

  private constructor(folder: string) {
    this.#journal = new Journal(folder);
  }

  /** Opens the folder, as the last process left it, and drops what is past its retention. */
  static async open(folder: string, nowSeconds: number): Promise<Store> {
    const store = new Store(folder);
    await store.#journal.load((entry) => store.#restore(...entry));
    store.forgetOld(nowSeconds);
    await store.#journal.snapshot(store.#entries());
    return store;
  }

  table<N extends TableName>(name: N): Collections[N] {
    return this.#tables[name];
  }

  get<N extends TableName>(name: N, id: string): Tables[N] | undefined {
    return this.#tables[name].get(id);
  }

  put<N extends TableName>(name: N, row: Tables[N]): Tables[N] {
    const before = this.#tables[name].put(row);
    this.#record({ table: name, id: row.id, undo: () => this.#restore(name, row.id, before ?? null) });
    return row;
  }

  remove<N extends TableName>(name: N, id: string): void {
    const before = this.#tables[name].remove(id);
    if (before) this.#record({ table: name, id, undo: () => this.#restore(name, id, before) });
  }

  /** Runs writes that are kept together when `run` returns and undone together when it throws. */
  change<T>(run: () => T): T {
    if (this.#writes) throw new Error('A change cannot start inside another one');
    const writes: Write[] = [];
    this.#writes = writes;
    try {
      const value = run();
      if (writes.length > 0) this.#commit(writes);
      return value;
    } catch (error) {
      for (const write of writes.reverse()) write.undo();
      throw error;
    } finally {
      this.#writes = null;
    }
  }

  /** Calls back after every kept change with the rows it wrote. */
  onChange(listener: (touched: readonly Touched[]) => void): void {
    this.#listeners.add(listener);
  }

  /** Drops idempotent answers after a day and events after thirty, as Stripe does. */
  forgetOld(nowSeconds: number): void {
    this.change(() => {
      for (const answer of this.#tables.kept_answer.all()) {
        if (answer.created >= nowSeconds - KEEP_ANSWERS_SECONDS) break;
        this.remove('kept_answer', answer.id);
      }
      for (const event of this.#tables.event.all()) {
        if (event.created >= nowSeconds - KEEP_EVENTS_SECONDS) break;
        this.remove('event', event.id);
        this.remove('delivery', event.id);
      }
    });
  }

  /** Waits for a snapshot under way. Nothing may be written afterwards. */
  async close(): Promise<void> {
    await this.#snapshot;
    this.#journal.close();
  }

  #commit(writes: readonly Write[]): void {
    const touched = [...new Map(writes.map((write) => [`${write.table} ${write.id}`, write])).values()];
    this.#journal.append(touched.map(({ table, id }) => this.#entry(table, id)));
    for (const listener of this.#listeners) listener(touched);
    if (this.#journal.size > SNAPSHOT_AFTER_BYTES && !this.#snapshot) {
      this.#snapshot = this.#journal.snapshot(this.#entries()).finally(() => (this.#snapshot = null));
    }
  }

  #record(write: Write): void {
    if (!this.#writes) throw new Error('The store is only written inside a change');
    this.#writes.push(write);
  }

  #restore<N extends TableName>(name: N, id: string, row: Tables[N] | null): void {
    if (row === null) this.#tables[name].remove(id);
    else this.#tables[name].put(row);
  }

  #entry<N extends TableName>(name: N, id: string): EntryOf<N> {
    return [name, id, this.#tables[name].get(id) ?? null];
  }

  *#entries(): Generator<EntryOf<TableName>> {
    for (const name of TABLE_NAMES) {
      for (const row of this.#tables[name].all()) yield this.#entry(name, row.id);
    }
  }
}
