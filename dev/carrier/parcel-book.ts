import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Tracker, TrackerEvent } from './tracker';

/** A parcel and what is still to be told of it. */
export type BookedParcel = { readonly tracker: Tracker; readonly untold: readonly TrackerEvent[] };

/** The carrier's parcels, newest first, each a JSON file. What was not told before a stop is told after it. */
export class ParcelBook {
  readonly #folder: string;
  readonly #parcels = new Map<string, BookedParcel>();
  /** Writes of one file must not overtake each other. */
  #writing: Promise<void> = Promise.resolve();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<ParcelBook> {
    const book = new ParcelBook(folder);
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.json')) continue;
      const parcel = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as BookedParcel;
      book.#parcels.set(parcel.tracker.id, parcel);
    }
    return book;
  }

  list(): readonly BookedParcel[] {
    return [...this.#parcels.values()].toSorted((a, b) =>
      a.tracker.created_at < b.tracker.created_at ? 1 : -1,
    );
  }

  get(trackerId: string): BookedParcel | null {
    return this.#parcels.get(trackerId) ?? null;
  }

  findByCode(trackingCode: string): Tracker | null {
    return this.list().find(({ tracker }) => tracker.tracking_code === trackingCode)?.tracker ?? null;
  }

  /** Keeps a parcel as it is now, with an event that tells of it. Resolves when it is on disk. */
  async record(tracker: Tracker, description: TrackerEvent['description']): Promise<void> {
    const before = this.get(tracker.id);
    const event: TrackerEvent = {
      id: `evt_${randomBytes(16).toString('hex')}`,
      object: 'Event',
      mode: 'test',
      description,
      previous_attributes: { status: before?.tracker.status ?? 'unknown' },
      created_at: tracker.updated_at,
      result: tracker,
    };
    await this.#keep({ tracker, untold: [...(before?.untold ?? []), event] });
  }

  /** What is to be told, oldest first. */
  untold(): readonly TrackerEvent[] {
    return [...this.#parcels.values()]
      .flatMap(({ untold }) => untold)
      .toSorted((a, b) => (a.created_at < b.created_at ? -1 : 1));
  }

  async told(event: TrackerEvent): Promise<void> {
    const parcel = this.get(event.result.id);
    if (parcel) await this.#keep({ ...parcel, untold: parcel.untold.filter(({ id }) => id !== event.id) });
  }

  #keep(parcel: BookedParcel): Promise<void> {
    this.#parcels.set(parcel.tracker.id, parcel);
    const file = path.join(this.#folder, `${parcel.tracker.id}.json`);
    const write = async () => {
      await writeFile(`${file}.unfinished`, JSON.stringify(parcel));
      await rename(`${file}.unfinished`, file);
    };
    this.#writing = this.#writing.then(write);
    return this.#writing;
  }
}
