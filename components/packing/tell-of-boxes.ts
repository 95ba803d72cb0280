import { forgetBox, listBoxes, refuseBox, type PackedBox } from './device';

/** Names the wish to be told of a signal, for browsers that keep it for a closed page (Background Sync). */
export const SYNC_TAG = 'packed-boxes';

/** Says that something was told, to whichever page shows it. */
export const TOLD_CHANNEL = 'packed-boxes-told';

/** `waiting`: no signal, or the shop cannot answer just now. */
export type Told = 'all' | 'waiting' | 'signed_out';

const SHOP_MAY_TAKE_IT_LATER = new Set([403, 408, 425, 429]);

/**
 * Tells the shop of every box it does not know of, in any order and one after the other, on one page or worker at a
 * time. A box leaves the device once the shop has taken it over; one that is refused stays, with the reason.
 */
export function tellOfBoxes(): Promise<Told> {
  return navigator.locks.request(SYNC_TAG, async () => {
    const waiting = (await listBoxes()).filter(({ refusal }) => refusal === null);
    let told: Told = 'all';
    for (const box of waiting) {
      told = await tellOf(box);
      if (told !== 'all') break;
    }
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin, and no such argument
    if (waiting.length > 0) new BroadcastChannel(TOLD_CHANNEL).postMessage(told);
    return told;
  });
}

async function tellOf(box: PackedBox): Promise<Told> {
  const answer = await ask(box);
  if (!answer || answer.status >= 500 || SHOP_MAY_TAKE_IT_LATER.has(answer.status)) return 'waiting';
  if (answer.status === 401) return 'signed_out';
  if (answer.ok) await forgetBox(box.idempotencyKey);
  else await refuseBox(box, await reasonIn(answer));
  return 'all';
}

async function ask({ sellerOrderId, lines, idempotencyKey }: PackedBox): Promise<Response | null> {
  try {
    return await fetch('/api/seller/packing', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sellerOrderId, lines, idempotencyKey }),
      signal: AbortSignal.timeout(15_000),
    });
  } catch {
    return null;
  }
}

async function reasonIn(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => null);
  const isFailure = typeof body === 'object' && body !== null && 'message' in body;
  return isFailure && typeof body.message === 'string' ? body.message : '';
}
