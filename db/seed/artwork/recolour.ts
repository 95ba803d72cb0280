import { fromHex, fromRgb, hueBetween, toHex, toRgb, type Oklch } from './oklch';

/**
 * Which colours of a drawing are the product's own and change with its colour: those around a hue, or its
 * greys, or all of it. Everything else (wood, metal, skin of a fruit) stays as it was drawn.
 */
export type Dyed = number | 'greys' | 'main' | 'all';

const HEX = /#[0-9a-f]{6}\b|#[0-9a-f]{3}\b/gi;
/** Inner shadows and glows of the icon set: a constant colour in a matrix. */
const MATRIX = /values="0 0 0 0 ([\d.]+) 0 0 0 0 ([\d.]+) 0 0 0 0 ([\d.]+) 0 0 0 ([\d.]+) 0"/g;

/** Hues this near belong fully; beyond the second they do not at all. */
const NEAR = 42;
const FAR = 68;

/** The drawing with its dyed colours turned into `target`, light and shade kept. */
export function recolour(body: string, target: string, dyed: Dyed = 'main'): string {
  const wanted = fromHex(target);
  const selection = select(body, dyed);
  const turn = (colour: Oklch) => dye(colour, selection, wanted);
  return body
    .replace(HEX, (hex) => toHex(turn(fromHex(hex))))
    .replace(MATRIX, (_, red: string, green: string, blue: string, alpha: string) => {
      const [r, g, b] = toRgb(turn(fromRgb(Number(red), Number(green), Number(blue))));
      return `values="0 0 0 0 ${round(r)} 0 0 0 0 ${round(g)} 0 0 0 0 ${round(b)} 0 0 0 ${alpha} 0"`;
    });
}

type Selection = { readonly middle: Oklch; readonly membership: (colour: Oklch) => number };

function select(body: string, dyed: Dyed): Selection {
  const colours = [...body.matchAll(HEX)].map(([hex]) => fromHex(hex));
  const membership = membershipOf(dyed, colours);
  const members = colours.filter((colour) => membership(colour) > 0.5);
  return { middle: middleOf(members.length > 0 ? members : colours), membership };
}

function membershipOf(dyed: Dyed, colours: readonly Oklch[]): Selection['membership'] {
  if (dyed === 'all') return ({ lightness }) => (lightness < 0.22 ? 0 : 1);
  return dyed === 'greys' ? greyness : nearness(dyed === 'main' ? mainHue(colours) : dyed);
}

/** The set draws metal, glaze and white in lavender greys. */
const LAVENDER = 304;

function greyness({ lightness, chroma, hue }: Oklch): number {
  if (lightness < 0.22) return 0;
  if (chroma < 0.03) return 1;
  return Math.abs(hueBetween(LAVENDER, hue)) < 26 ? falling(chroma, 0.1, 0.13) : 0;
}

/** Around the hue, without the metal of the same drawing. */
function nearness(hue: number): (colour: Oklch) => number {
  return (colour) => {
    const near = falling(Math.abs(hueBetween(hue, colour.hue)), NEAR, FAR);
    const isMetal = colour.chroma < 0.085 && greyness(colour) === 1;
    return isMetal ? 0 : near * Math.min(1, colour.chroma / 0.02);
  };
}

/** 1 up to `full`, 0 from `none` on, and straight between them. */
function falling(value: number, full: number, none: number): number {
  return clamp((none - value) / (none - full), 0, 1);
}

/** The hue with the most chroma around it. */
function mainHue(colours: readonly Oklch[]): number {
  let best = { hue: 0, weight: -1 };
  for (let hue = 0; hue < 360; hue += 6) {
    let weight = 0;
    for (const colour of colours) {
      const distance = Math.abs(hueBetween(hue, colour.hue));
      if (distance < 36) weight += Math.min(colour.chroma, 0.16) * (1 - distance / 36);
    }
    if (weight > best.weight) best = { hue, weight };
  }
  return best.hue;
}

function middleOf(colours: readonly Oklch[]): Oklch {
  const median = (of: (colour: Oklch) => number) =>
    colours.map(of).toSorted((a, b) => a - b)[Math.floor(colours.length / 2)] ?? 0;
  const hue = mainHue(colours);
  return {
    lightness: median((c) => c.lightness),
    chroma: Math.max(
      0.02,
      median((c) => c.chroma),
    ),
    hue,
  };
}

function dye(colour: Oklch, { middle, membership }: Selection, wanted: Oklch): Oklch {
  const share = membership(colour);
  if (share <= 0) return colour;
  // Dark and light goods show less shade, or black would turn grey and white dirty.
  const contrast = wanted.lightness < 0.4 ? 0.55 : wanted.lightness > 0.85 ? 0.6 : 0.85;
  const lightness = clamp(
    wanted.lightness + soften((colour.lightness - middle.lightness) * contrast),
    0.06,
    0.985,
  );
  const strength = Math.min(1.35, Math.max(0.45, colour.chroma / middle.chroma));
  const dyedColour: Oklch = {
    lightness,
    chroma: wanted.chroma * strength,
    hue: wanted.hue + hueBetween(middle.hue, colour.hue) * (wanted.chroma < 0.04 ? 0 : 0.35),
  };
  return share >= 1 ? dyedColour : mix(colour, dyedColour, share);
}

/** Shade counts fully up to a point and half beyond it: a part drawn almost white stays of its colour. */
function soften(shade: number): number {
  const size = Math.abs(shade);
  return size <= 0.1 ? shade : Math.sign(shade) * (0.1 + (size - 0.1) * 0.5);
}

function mix(from: Oklch, to: Oklch, share: number): Oklch {
  return {
    lightness: from.lightness + (to.lightness - from.lightness) * share,
    chroma: from.chroma + (to.chroma - from.chroma) * share,
    hue: from.hue + hueBetween(from.hue, to.hue) * share,
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
