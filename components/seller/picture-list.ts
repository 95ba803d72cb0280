import type { Picture } from '@/lib/media/model';

/** A picture of a product at its seller's desk, from the moment its file was chosen. */
export type PictureItem = {
  /** Stays while its asset changes. */
  readonly key: string;
  /** Null until the server knows of it. */
  readonly assetId: string | null;
  readonly alt: string;
  readonly status: 'uploading' | 'pending' | 'ready' | 'failed';
  readonly percent: number;
  /** Why it cannot be used, in words. */
  readonly fault: string;
  readonly picture: Picture | null;
  /** Whether it stands for a film. */
  readonly hasFilm: boolean;
  /** The chosen file, or a picture of it, shown until the picture is made. */
  readonly preview: string | null;
  /** Where it is cut to a square; null when it is whole. */
  readonly square: number | null;
  /** An upload of this seller, which can be cut. */
  readonly own: boolean;
};

/** What becomes of the list. */
export type PictureChange =
  | { readonly kind: 'add'; readonly items: readonly PictureItem[] }
  | { readonly kind: 'set'; readonly key: string; readonly item: Partial<PictureItem> }
  | { readonly kind: 'remove'; readonly key: string }
  /** To stand where the other stands. */
  | { readonly kind: 'move'; readonly key: string; readonly to: number };

export function changePictures(items: readonly PictureItem[], change: PictureChange): readonly PictureItem[] {
  switch (change.kind) {
    case 'add':
      return [...items, ...change.items];
    case 'set':
      return items.map((item) => (item.key === change.key ? { ...item, ...change.item } : item));
    case 'remove':
      return items.filter(({ key }) => key !== change.key);
    case 'move': {
      const moved = items.find(({ key }) => key === change.key);
      if (!moved) return items;
      const others = items.filter((item) => item !== moved);
      return [...others.slice(0, change.to), moved, ...others.slice(change.to)];
    }
  }
}

/** What of the list is kept: pictures that arrived. */
export function keptPictures(items: readonly PictureItem[]) {
  return items.flatMap(({ assetId, alt, status }) =>
    assetId !== null && (status === 'pending' || status === 'ready') ? [{ assetId, alt }] : [],
  );
}
