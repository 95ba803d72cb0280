import { oklch } from './oklch';

/** How light and strong the ground is. */
export type Mood = 'soft' | 'warm' | 'bright' | 'deep';

/** The colours a scene is built of; light comes from the upper left everywhere. */
export type Ground = {
  readonly lit: string;
  readonly wall: string;
  readonly edge: string;
  readonly floor: string;
  readonly floorEdge: string;
  /** A shape behind the goods. */
  readonly shape: string;
  readonly shapeEdge: string;
  readonly shadow: string;
  /** Lettering on the ground. */
  readonly ink: string;
};

type Tones = {
  readonly l: number;
  readonly c: number;
  readonly step: number;
  readonly shapeL: number;
  readonly shapeC: number;
};

const MOODS: Readonly<Record<Mood, Tones>> = {
  soft: { l: 0.93, c: 0.022, step: 0.045, shapeL: 0.87, shapeC: 0.05 },
  warm: { l: 0.87, c: 0.05, step: 0.055, shapeL: 0.79, shapeC: 0.085 },
  bright: { l: 0.84, c: 0.095, step: 0.06, shapeL: 0.75, shapeC: 0.13 },
  deep: { l: 0.42, c: 0.065, step: 0.075, shapeL: 0.51, shapeC: 0.09 },
};

export function groundOf(hue: number, mood: Mood): Ground {
  const { l, c, step, shapeL, shapeC } = MOODS[mood];
  const dark = mood === 'deep';
  return {
    lit: oklch(l + step, c * 0.75, hue + 6),
    wall: oklch(l, c, hue),
    edge: oklch(l - step * 1.3, c * 1.2, hue - 6),
    floor: oklch(l - step * 0.35, c * 1.15, hue - 3),
    floorEdge: oklch(l - step * 1.9, c * 1.3, hue - 10),
    shape: oklch(shapeL, shapeC, hue + 4),
    shapeEdge: oklch(shapeL - step * 1.6, shapeC, hue - 6),
    shadow: oklch(dark ? 0.16 : 0.32, dark ? 0.03 : 0.045, hue - 15),
    ink: dark ? oklch(0.95, 0.02, hue) : oklch(0.32, 0.055, hue - 10),
  };
}
