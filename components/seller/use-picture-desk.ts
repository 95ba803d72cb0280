'use client';

import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { ActionResult } from '@/lib/kernel/action-result';
import type { PictureFault, UploadedPicture } from '@/lib/media/model';
import { changePictures, keptPictures, type PictureItem } from './picture-list';
import { posterOf } from './poster-of';
import { sendFilm, sendPicture, type FilmActions } from './send-picture';

/** What the server does with pictures. */
export type PictureActions = FilmActions & {
  readonly crop: (input: {
    assetId: string;
    square: number | null;
  }) => Promise<ActionResult<{ assetId: string }>>;
  readonly save: (input: {
    productId: string;
    version: number;
    pictures: { assetId: string; alt: string }[];
  }) => Promise<ActionResult<{ version: number }>>;
};

export type FaultWords = Readonly<Record<PictureFault | 'interrupted', string>>;

type DeskOptions = {
  readonly productId: string;
  readonly version: number;
  readonly initial: readonly PictureItem[];
  readonly actions: PictureActions;
  readonly faults: FaultWords;
};

const LOOK_EVERY_MS = 1500;

/** The pictures of a product while somebody arranges them: each is sent, made and failed by itself; all are saved. */
export function usePictureDesk({ productId, version, initial, actions, faults }: DeskOptions) {
  const [items, change] = useReducer(changePictures, initial);
  const saving = useSaving({ productId, version, save: actions.save }, items);
  usePending(items, actions.look, (upload) =>
    items
      .filter(({ assetId }) => assetId === upload.assetId)
      .forEach(({ key }) =>
        change({
          kind: 'set',
          key,
          item: {
            status: upload.status === 'failed' ? 'failed' : upload.status === 'ready' ? 'ready' : 'pending',
            fault: upload.fault ? faults[upload.fault] : '',
            picture: upload.picture,
            square: upload.square,
          },
        }),
      ),
  );

  async function upload(file: File, key: string): Promise<void> {
    const set = (item: Partial<PictureItem>) => change({ kind: 'set', key, item });
    const onProgress = (percent: number) => set({ percent });
    const sent = isFilm(file)
      ? await uploadFilm(file, onProgress, set)
      : await sendPicture(file, actions, onProgress);
    set(
      sent.ok
        ? { assetId: sent.assetId, status: 'pending' }
        : { status: 'failed', fault: sent.message ?? faults.interrupted },
    );
  }

  async function uploadFilm(
    file: File,
    onProgress: (percent: number) => void,
    set: (item: Partial<PictureItem>) => void,
  ) {
    const poster = await posterOf(file);
    if (!poster) return { ok: false as const, message: faults.film_unplayable };
    set({ preview: URL.createObjectURL(poster) });
    return sendFilm(file, poster, actions, onProgress);
  }

  return {
    items,
    change,
    ...saving,
    addFiles(files: readonly File[]) {
      const added = files.map((file) => ({ file, item: itemOf(file) }));
      change({ kind: 'add', items: added.map(({ item }) => item) });
      for (const { file, item } of added) void upload(file, item.key);
    },
    async crop({ key, assetId }: PictureItem, square: number | null) {
      if (assetId === null) return;
      const cropped = await actions.crop({ assetId, square }).catch(() => null);
      if (cropped?.ok) {
        change({
          kind: 'set',
          key,
          item: { assetId: cropped.value.assetId, status: 'pending', picture: null, square },
        });
      }
    },
  };
}

/** Saves what is kept whenever it changes, one saving after the other. */
function useSaving(
  draft: Pick<DeskOptions, 'productId' | 'version'> & { readonly save: PictureActions['save'] },
  items: readonly PictureItem[],
) {
  const [state, setState] = useState<{ isSaving: boolean; refusal: string }>({
    isSaving: false,
    refusal: '',
  });
  const version = useRef(draft.version);
  const queue = useRef(Promise.resolve());
  const kept = JSON.stringify(keptPictures(items));
  const saved = useRef(kept);
  const { productId, save } = draft;
  useEffect(() => {
    if (kept === saved.current) return;
    saved.current = kept;
    setState({ isSaving: true, refusal: '' });
    queue.current = queue.current.then(async () => {
      // A later change is saved by its own turn.
      if (kept !== saved.current) return;
      const pictures = JSON.parse(kept) as ReturnType<typeof keptPictures>;
      const result = await save({ productId, version: version.current, pictures }).catch(() => null);
      if (result?.ok) version.current = result.value.version;
      setState({ isSaving: false, refusal: result && !result.ok ? result.message : '' });
    });
  }, [kept, productId, save]);
  return state;
}

/** Asks after pictures that are being made, until none is. */
function usePending(
  items: readonly PictureItem[],
  look: PictureActions['look'],
  onChange: (upload: UploadedPicture) => void,
): void {
  const told = useRef(onChange);
  useEffect(() => {
    told.current = onChange;
  });
  const pending = items.flatMap(({ assetId, status }) => (status === 'pending' && assetId ? [assetId] : []));
  const asked = pending.join();
  const lookNow = useCallback(async () => {
    const result = await look({ assetIds: asked.split(',') }).catch(() => null);
    if (result?.ok)
      result.value.filter(({ status }) => status !== 'pending').forEach((each) => told.current(each));
  }, [look, asked]);
  useEffect(() => {
    if (asked === '') return;
    const timer = setInterval(() => void lookNow(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [asked, lookNow]);
}

function isFilm({ type }: File): boolean {
  return type.startsWith('video/');
}

function itemOf(file: File): PictureItem {
  return {
    key: crypto.randomUUID(),
    assetId: null,
    alt: '',
    status: 'uploading',
    percent: 0,
    fault: '',
    picture: null,
    hasFilm: isFilm(file),
    preview: isFilm(file) ? null : URL.createObjectURL(file),
    square: null,
    own: true,
  };
}
