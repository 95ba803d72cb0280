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

/** The picture's composition: on its ground, up close, several of them, or beside its brand. */
export const SHOTS = ['hero', 'close', 'group', 'card'] as const;

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
};

const PREFIX = 'seed:';

export function artworkSource({ icon, scene, shot, colour, brand }: ArtworkRecipe): string {
  return `${PREFIX}${[icon, scene, shot, colour ?? '', brand].map(encodeURIComponent).join(':')}`;
}

/** The recipe of a source this module wrote, or null. */
export function parseArtworkSource(source: string): ArtworkRecipe | null {
  if (!source.startsWith(PREFIX)) return null;
  const [icon, sceneName, shotName, colour, brand] = source
    .slice(PREFIX.length)
    .split(':')
    .map(decodeURIComponent);
  const scene = SCENES.find((name) => name === sceneName);
  const shot = SHOTS.find((name) => name === shotName);
  if (!icon || !scene || !shot || brand === undefined) return null;
  return { icon, scene, shot, colour: colour === '' ? null : (colour ?? null), brand };
}
