'use client';

import type { ActionResult } from '@/lib/kernel/action-result';
import type { UploadedPicture } from '@/lib/media/model';
import { sendFile } from '@/components/workspace/send-file';

/** What the server does with an upload. */
export type UploadActions = {
  readonly begin: (input: {
    bytes: number;
    /** The film it stands for. */
    filmId?: string;
  }) => Promise<ActionResult<{ assetId: string; address: string }>>;
  readonly finish: (input: { assetId: string }) => Promise<ActionResult<unknown>>;
  readonly look: (input: { assetIds: string[] }) => Promise<ActionResult<UploadedPicture[]>>;
};

/** With films. */
export type FilmActions = UploadActions & {
  readonly beginFilm: (input: { bytes: number }) => ReturnType<UploadActions['begin']>;
};

type Sent =
  | { readonly ok: true; readonly assetId: string }
  /** The server's words; null when the line broke. */
  | { readonly ok: false; readonly message: string | null };

/** Sends a picture to where the server says, and tells it that it is there. */
export function sendPicture(
  file: Blob,
  { begin, finish }: Pick<UploadActions, 'begin' | 'finish'>,
  onProgress: (percent: number) => void,
  filmId?: string,
): Promise<Sent> {
  return sendUpload(
    file,
    { begin: ({ bytes }) => begin({ bytes, ...(filmId && { filmId }) }), finish },
    onProgress,
  );
}

/** Sends a film, and the picture that stands for it. */
export async function sendFilm(
  file: File,
  poster: Blob,
  actions: Pick<FilmActions, 'begin' | 'beginFilm' | 'finish'>,
  onProgress: (percent: number) => void,
): Promise<Sent> {
  const film = await sendUpload(file, { begin: actions.beginFilm, finish: actions.finish }, onProgress);
  return film.ok ? sendPicture(poster, actions, () => {}, film.assetId) : film;
}

async function sendUpload(
  file: Blob,
  actions: Pick<UploadActions, 'finish'> & {
    readonly begin: (input: { bytes: number }) => ReturnType<UploadActions['begin']>;
  },
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
