/**
 * Colours in Oklch (Ottosson 2020): lightness, chroma and hue as people see them, so that a palette turned
 * to another hue stays as light and as strong as it was.
 */
export type Oklch = { readonly lightness: number; readonly chroma: number; readonly hue: number };

/** `#rgb` or `#rrggbb`. */
export function fromHex(hex: string): Oklch {
  const digits = hex.length === 4 ? hex.slice(1).replaceAll(/./g, '$&$&') : hex.slice(1);
  const channel = (index: number) => Number.parseInt(digits.slice(2 * index, 2 * index + 2), 16) / 255;
  return fromRgb(channel(0), channel(1), channel(2));
}

/** Channels from 0 to 1, gamma-encoded. */
export function fromRgb(red: number, green: number, blue: number): Oklch {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, bb),
    hue: turn((Math.atan2(bb, a) * 180) / Math.PI),
  };
}

/** Channels from 0 to 1. What no screen can show loses chroma, not hue. */
export function toRgb(colour: Oklch): readonly [number, number, number] {
  let chroma = colour.chroma;
  for (let attempt = 0; attempt < 24; attempt++) {
    const rgb = toLinearRgb({ ...colour, chroma });
    if (rgb.every((channel) => channel > -0.002 && channel < 1.002)) return encode(rgb);
    chroma *= 0.92;
  }
  return encode(toLinearRgb({ ...colour, chroma: 0 }));
}

export function toHex(colour: Oklch): string {
  const digits = toRgb(colour).map((channel) =>
    Math.round(channel * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${digits.join('')}`;
}

export function oklch(lightness: number, chroma: number, hue: number): string {
  return toHex({ lightness, chroma, hue: turn(hue) });
}

/** From -180 to 180: how far it is from `from` to `to` on the colour wheel. */
export function hueBetween(from: number, to: number): number {
  return turn(to - from + 180) - 180;
}

function turn(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}

function toLinearRgb({ lightness, chroma, hue }: Oklch): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function encode(rgb: readonly [number, number, number]): [number, number, number] {
  return [toGamma(rgb[0]), toGamma(rgb[1]), toGamma(rgb[2])];
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function toGamma(linear: number): number {
  const channel = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.min(1, Math.max(0, channel));
}
