import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { PartToScan } from '@/lib/fulfilment/model';

/**
 * What this device keeps for packing without a signal: what is to be put into boxes, what of it was scanned, and what
 * was packed until the shop has taken it over. No name and no address; nothing stays longer than it is of use.
 */

/** Pieces that lie in the box, by line. */
export type Scanned = Readonly<Record<string, number>>;

export type PartOnDevice = PartToScan & {
  readonly scanned: Scanned;
  /** The most urgent is packed first. */
  readonly turn: number;
  /** Milliseconds since the epoch. */
  readonly keptAt: number;
};

/** A box the shop does not know of yet. */
export type PackedBox = {
  /** Made here, once: the shop takes the box over once, however often it hears of it. */
  readonly idempotencyKey: string;
  readonly sellerOrderId: string;
  readonly orderNumber: string;
  readonly lines: readonly { readonly orderLineId: string; readonly quantity: number }[];
  /** In words why the shop did not take it over; null while it has not answered. */
  readonly refusal: string | null;
};

interface Schema extends DBSchema {
  parts: { key: string; value: PartOnDevice };
  boxes: { key: string; value: PackedBox };
}

const KEPT_MS = 7 * 24 * 3_600_000;

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function device(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('packing', 1, {
    upgrade(db) {
      db.createObjectStore('parts', { keyPath: 'sellerOrderId' });
      db.createObjectStore('boxes', { keyPath: 'idempotencyKey' });
    },
  });
  return opened;
}

/** What is to be packed, in its turn; what nobody packed for a week is forgotten. */
export async function listParts(): Promise<PartOnDevice[]> {
  const db = await device();
  const parts = await db.getAll('parts');
  const isOld = ({ keptAt }: PartOnDevice) => keptAt < Date.now() - KEPT_MS;
  await Promise.all(parts.filter(isOld).map(({ sellerOrderId }) => db.delete('parts', sellerOrderId)));
  return parts.filter((part) => !isOld(part)).toSorted((a, b) => a.turn - b.turn);
}

export async function listBoxes(): Promise<PackedBox[]> {
  return (await device()).getAll('boxes');
}

/**
 * Keeps what the shop says is to be packed, and nothing else. What was scanned of it stays scanned; a part with a box
 * the shop does not know of yet stays as it is here.
 */
export async function keepParts(parts: readonly PartToScan[]): Promise<void> {
  const tx = (await device()).transaction(['parts', 'boxes'], 'readwrite');
  const store = tx.objectStore('parts');
  const boxed = new Set((await tx.objectStore('boxes').getAll()).map(({ sellerOrderId }) => sellerOrderId));
  const named = new Set(parts.map(({ sellerOrderId }) => sellerOrderId));
  for (const key of await store.getAllKeys()) {
    if (!named.has(key) && !boxed.has(key)) await store.delete(key);
  }
  for (const [turn, part] of parts.entries()) {
    if (boxed.has(part.sellerOrderId)) continue;
    const scanned = stillToPack(part, (await store.get(part.sellerOrderId))?.scanned ?? {});
    await store.put({ ...part, scanned, turn, keptAt: Date.now() });
  }
  await tx.done;
}

function stillToPack({ lines }: PartToScan, scanned: Scanned): Scanned {
  return Object.fromEntries(
    lines.map(({ lineId, quantity }) => [lineId, Math.min(scanned[lineId] ?? 0, quantity)]),
  );
}

export async function keepScanned(part: PartOnDevice, scanned: Scanned): Promise<void> {
  await (await device()).put('parts', { ...part, scanned });
}

/** Closes the box: what was scanned waits to be told, and the rest of the part, if any, to be packed. */
export async function closeBox(part: PartOnDevice): Promise<void> {
  const { sellerOrderId, orderNumber, scanned } = part;
  const lines = part.lines
    .map(({ lineId }) => ({ orderLineId: lineId, quantity: scanned[lineId] ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  const rest = part.lines
    .map((line) => ({ ...line, quantity: line.quantity - (scanned[line.lineId] ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
  const tx = (await device()).transaction(['parts', 'boxes'], 'readwrite');
  await tx.objectStore('boxes').put({
    idempotencyKey: crypto.randomUUID(),
    sellerOrderId,
    orderNumber,
    lines,
    refusal: null,
  });
  const parts = tx.objectStore('parts');
  if (rest.length > 0) await parts.put({ ...part, lines: rest, scanned: {} });
  else await parts.delete(sellerOrderId);
  await tx.done;
}

/** Without a part the device knows nothing of it any more; the shop still does. */
export async function putAside(sellerOrderId: string): Promise<void> {
  await (await device()).delete('parts', sellerOrderId);
}

export async function forgetParts(): Promise<void> {
  await (await device()).clear('parts');
}

export async function refuseBox(box: PackedBox, refusal: string): Promise<void> {
  await (await device()).put('boxes', { ...box, refusal });
}

export async function forgetBox(idempotencyKey: string): Promise<void> {
  await (await device()).delete('boxes', idempotencyKey);
}
