import { useCallback, useEffect, useState } from 'react';
import type { PartToScan } from '@/lib/fulfilment/model';
import {
  closeBox,
  forgetBox,
  forgetParts,
  keepParts,
  keepScanned,
  listBoxes,
  listParts,
  putAside,
  type PackedBox,
  type PartOnDevice,
  type Scanned,
} from './device';
import { progressOf } from './scan';
import { SYNC_TAG, tellOfBoxes, TOLD_CHANNEL, type Told } from './tell-of-boxes';

/** `none`: the shop could not be asked, and what is on the device is all there is. */
type Link = 'unknown' | 'good' | 'none' | 'signed_out';

export type Packing = {
  /** Null until the device was read. */
  readonly parts: readonly PartOnDevice[] | null;
  readonly boxes: readonly PackedBox[];
  readonly link: Link;
  scan(part: PartOnDevice, scanned: Scanned): Promise<'open' | 'closed'>;
  close(part: PartOnDevice): Promise<void>;
  putAside(part: PartOnDevice): Promise<void>;
  forget(box: PackedBox): Promise<void>;
};

/** Packing on this device: what the shop says is to be packed is fetched, and what was packed told, when there is a signal. */
export function usePacking(): Packing {
  const [parts, setParts] = useState<readonly PartOnDevice[] | null>(null);
  const [boxes, setBoxes] = useState<readonly PackedBox[]>([]);
  const [link, setLink] = useState<Link>('unknown');

  const show = useCallback(async () => {
    setParts(await listParts());
    setBoxes(await listBoxes());
  }, []);
  const tell = useCallback(async () => {
    setLink(linkAfter(await tellOfBoxes()));
    await show();
  }, [show]);

  useEffect(() => {
    const channel = new BroadcastChannel(TOLD_CHANNEL);
    channel.onmessage = () => void show();
    const goOn = async () => {
      await show();
      await tell();
      const fetched = await fetchParts();
      if (fetched === 'signed_out') await forgetParts();
      setLink(fetched);
      await show();
    };
    const lose = () => setLink('none');
    void goOn();
    window.addEventListener('online', goOn);
    window.addEventListener('offline', lose);
    return () => {
      channel.close();
      window.removeEventListener('online', goOn);
      window.removeEventListener('offline', lose);
    };
  }, [show, tell]);

  const close = async (part: PartOnDevice) => {
    await closeBox(part);
    await show();
    void wishToBeTold();
    void tell();
  };
  return {
    ...{ parts, boxes, link, close },
    async scan(part, scanned) {
      const next = { ...part, scanned };
      const { done, of } = progressOf(next);
      if (done === of) await close(next);
      else await keepScanned(part, scanned);
      await show();
      return done === of ? 'closed' : 'open';
    },
    async putAside({ sellerOrderId }) {
      await putAside(sellerOrderId);
      await show();
    },
    async forget({ idempotencyKey }) {
      await forgetBox(idempotencyKey);
      await show();
    },
  };
}

function linkAfter(told: Told): Link {
  if (told === 'all') return navigator.onLine ? 'good' : 'none';
  return told === 'waiting' ? 'none' : 'signed_out';
}

/** As many as the shop lists at once. */
const MOST_PARTS = 50;

/**
 * Keeps what the address names (`/pack#slo_…,slo_…`) and what was kept before, as the shop has it now; if there is
 * neither, everything accepted.
 */
async function fetchParts(): Promise<Link> {
  const chosen = location.hash.slice(1).split(',').filter(Boolean);
  const kept = (await listParts()).map(({ sellerOrderId }) => sellerOrderId);
  const answer = await askFor([...new Set([...chosen, ...kept])].slice(0, MOST_PARTS));
  // What another shop of this person had on the device is not this one's.
  const own = answer?.status === 404 && kept.length > 0 ? await askFor(chosen) : answer;
  if (own?.status === 401) return 'signed_out';
  if (!own?.ok) return 'none';
  await keepParts((await own.json()) as PartToScan[]);
  return 'good';
}

function askFor(sellerOrderIds: readonly string[]): Promise<Response | null> {
  const query = new URLSearchParams(sellerOrderIds.map((id) => ['sellerOrderIds', id]));
  return fetch(`/api/seller/packing?${query}`).catch(() => null);
}

/** Has the browser tell the shop when this page is closed by then, where it can. */
async function wishToBeTold(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration && 'sync' in registration) {
    await (registration.sync as { register(tag: string): Promise<void> }).register(SYNC_TAG).catch(() => {});
  }
}
