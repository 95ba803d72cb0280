import { baseKeyOf, widthsFor } from '@/lib/media';

/**
 * How a demo picture is made, in one line that is also its asset's `source`, so that the worker can make it
 * later from the line alone: `seed:<icon>:<scene>:<shot>:<colour>:<brand>`.
 */
export const SCENES = [
  'kitchen',
  'living',
  'bedroom',
  'garden',
  'desk',
  'studio',
  'wardrobe',
  'nursery',
  'court',
  'trail',
  'pantry',
  'bath',
  'workshop',
  'library',
  'stage',
] as const;

export type Scene = (typeof SCENES)[number];

/**
 * The picture's composition: on its ground, up close, several of them, or beside its brand; a department's
 * tile; a seller's sign, and the head of their storefront.
 */
export const SHOTS = ['hero', 'close', 'group', 'card', 'tile', 'logo', 'banner'] as const;

export type Shot = (typeof SHOTS)[number];

export type ArtworkRecipe = {
  /** A name of the icon set. */
  readonly icon: string;
  readonly scene: Scene;
  readonly shot: Shot;
  /** `#rrggbb` the thing is tinted with; null leaves it as it is drawn. */
  readonly colour: string | null;
  /** Written on the card. */
  readonly brand: string;
  /** Tells apart pictures of goods that are otherwise alike: another composition, another light. */
  readonly take?: number;
};

const PREFIX = 'seed:';

/** Raised when the drawing changes: the same recipe then makes other pictures, under other keys. */
const DRAWN_BY = 'artwork-1';

export function artworkSource({ icon, scene, shot, colour, brand, take = 0 }: ArtworkRecipe): string {
  return `${PREFIX}${[icon, scene, shot, colour ?? '', brand, String(take)].map(encodeURIComponent).join(':')}`;
}

/** The recipe of a source this module wrote, or null. */
export function parseArtworkSource(source: string): ArtworkRecipe | null {
  if (!source.startsWith(PREFIX)) return null;
  const [icon, sceneName, shotName, colour, brand, take] = source
    .slice(PREFIX.length)
    .split(':')
    .map(decodeURIComponent);
  const scene = SCENES.find((name) => name === sceneName);
  const shot = SHOTS.find((name) => name === shotName);
  if (!icon || !scene || !shot || brand === undefined) return null;
  return { icon, scene, shot, colour: colour || null, brand, take: Number(take ?? 0) };
}

/** What is known of a picture before it is drawn: where its renditions will lie, and in which sizes. */
export function plannedPicture(recipe: ArtworkRecipe): {
  readonly baseKey: string;
  readonly width: number;
  readonly height: number;
  readonly widths: readonly number[];
} {
  const [sourceWidth, sourceHeight] = canvasOf(recipe.shot);
  const widths = widthsFor(sourceWidth);
  const width = widths.at(-1)!;
  const height = Math.round((sourceHeight * width) / sourceWidth);
  return { baseKey: baseKeyOf(`${DRAWN_BY} ${artworkSource(recipe)}`), width, height, widths };
}

/** Width and height it is drawn in. */
export function canvasOf(shot: Shot): readonly [width: number, height: number] {
  if (shot === 'banner') return [1620, 540];
  return shot === 'logo' ? [640, 640] : [1080, 1080];
}
