'use client';

import type { ActionResult } from '@/lib/kernel/action-result';
import type { UploadedPicture } from '@/lib/media/model';
import { sendFile } from '@/components/workspace/send-file';

/** What the server does with an upload. */
export type UploadActions = {
  readonly begin: (input: { bytes: number }) => Promise<ActionResult<{ assetId: string; address: string }>>;
  readonly finish: (input: { assetId: string }) => Promise<ActionResult<unknown>>;
  readonly look: (input: { assetIds: string[] }) => Promise<ActionResult<UploadedPicture[]>>;
};

type Sent =
  | { readonly ok: true; readonly assetId: string }
  /** The server's words; null when the line broke. */
  | { readonly ok: false; readonly message: string | null };

/** Sends a picture to where the server says, and tells it that it is there. */
export async function sendPicture(
  file: File,
  actions: Pick<UploadActions, 'begin' | 'finish'>,
  onProgress: (percent: number) => void,
): Promise<Sent> {
  const begun = await actions.begin({ bytes: file.size }).catch(() => null);
  if (!begun?.ok) return { ok: false, message: begun?.message ?? null };
  const { assetId, address } = begun.value;
  if (!(await sendFile(file, address, onProgress))) return { ok: false, message: null };
  const finished = await actions.finish({ assetId }).catch(() => null);
  return finished?.ok ? { ok: true, assetId } : { ok: false, message: null };
}

const LOOK_EVERY_MS = 1500;

/** The picture once it is made or cannot be; null when nobody answers. */
export async function madePicture(
  assetId: string,
  look: UploadActions['look'],
): Promise<UploadedPicture | null> {
  for (;;) {
    const result = await look({ assetIds: [assetId] }).catch(() => null);
    const [found] = result?.ok ? result.value : [];
    if (found?.status !== 'pending') return found ?? null;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
