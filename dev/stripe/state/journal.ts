import { closeSync, createReadStream, existsSync, openSync, writeSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * State on disk: generations of one snapshot and the changes since. A change is one line, handed to the operating
 * system before the request is answered, so that it survives `kill -9` whole or not at all: a torn last line is
 * a change nobody was told of.
 *
 * A snapshot is taken while changes go on: first the journal of the next generation is opened, then rows are
 * written in small batches. A row that changes meanwhile is in that journal too, and reading it again is harmless.
 */
export class Journal<Entry> {
  readonly #folder: string;
  #generation = 0;
  #file = -1;
  #bytes = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Bytes written since the last snapshot. */
  get size(): number {
    return this.#bytes;
  }

  /** Replays what is kept, then opens for writing. */
  async load(apply: (entry: Entry) => void): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const { snapshot, journals } = await this.#files();
    if (snapshot !== null) await replay(this.#path('snapshot', snapshot), apply);
    for (const generation of journals) await replay(this.#path('journal', generation), apply);
    this.#openGeneration(Math.max(snapshot ?? 0, ...journals, 0) + 1);
  }

  append(entries: readonly Entry[]): void {
    const line = `${JSON.stringify(entries)}\n`;
    this.#bytes += writeSync(this.#file, line);
  }

  /** Starts a new generation from the given rows and forgets older ones. */
  async snapshot(rows: Iterable<Entry>): Promise<void> {
    const previous = this.#file;
    this.#openGeneration(this.#generation + 1);
    closeSync(previous);
    const generation = this.#generation;
    const unfinished = join(this.#folder, `snapshot-${generation}.unfinished`);
    const file = await open(unfinished, 'w');
    try {
      await writeBatches(file, rows);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, this.#path('snapshot', generation));
    await this.#removeBefore(generation);
  }

  close(): void {
    closeSync(this.#file);
    this.#file = -1;
  }

  #openGeneration(generation: number): void {
    this.#generation = generation;
    this.#file = openSync(this.#path('journal', generation), 'a');
    this.#bytes = 0;
  }

  #path(kind: 'snapshot' | 'journal', generation: number): string {
    return join(this.#folder, `${kind}-${generation}.jsonl`);
  }

  /** The newest complete snapshot and the journals from it on. */
  async #files(): Promise<{ snapshot: number | null; journals: number[] }> {
    const found = await this.#generations();
    const snapshots = found.filter(({ kind }) => kind === 'snapshot').map(({ generation }) => generation);
    const snapshot = snapshots.length > 0 ? Math.max(...snapshots) : null;
    const journals = found
      .filter(({ kind, generation }) => kind === 'journal' && generation >= (snapshot ?? 0))
      .map(({ generation }) => generation)
      .sort((a, b) => a - b);
    return { snapshot, journals };
  }

  async #generations(): Promise<{ kind: string; generation: number; name: string }[]> {
    const names = await readdir(this.#folder);
    return names.flatMap((name) => {
      const match = /^(snapshot|journal)-(\d+)\.jsonl$/.exec(name);
      return match?.[1] && match[2] ? [{ kind: match[1], generation: Number(match[2]), name }] : [];
    });
  }

  async #removeBefore(generation: number): Promise<void> {
    const old = (await this.#generations()).filter((file) => file.generation < generation);
    await Promise.all(old.map(({ name }) => rm(join(this.#folder, name), { force: true })));
  }
}

const BATCH_ROWS = 200;

async function writeBatches<Entry>(file: FileHandle, rows: Iterable<Entry>): Promise<void> {
  let batch: Entry[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === BATCH_ROWS) {
      await file.write(`${JSON.stringify(batch)}\n`);
      batch = [];
    }
  }
  if (batch.length > 0) await file.write(`${JSON.stringify(batch)}\n`);
}

async function replay<Entry>(path: string, apply: (entry: Entry) => void): Promise<void> {
  if (!existsSync(path)) return;
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    const entries = parseLine<Entry>(line);
    if (entries === null) return;
    for (const entry of entries) apply(entry);
  }
}

/** Null for a line that was cut off when the process was killed. */
function parseLine<Entry>(line: string): readonly Entry[] | null {
  try {
    const entries: readonly Entry[] = JSON.parse(line);
    return entries;
  } catch {
    return null;
  }
}
