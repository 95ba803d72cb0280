import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';

/**
 * Brand names as outlines: the text of a picture must not depend on the fonts of the machine that draws it.
 * Five open typefaces (OFL) from npm give the brands their different voices.
 */
export const TYPEFACES = {
  serif: '@fontsource/dm-serif-display/files/dm-serif-display-latin-400-normal.woff',
  grotesk: '@fontsource/space-grotesk/files/space-grotesk-latin-600-normal.woff',
  geometric: '@fontsource/josefin-sans/files/josefin-sans-latin-600-normal.woff',
  condensed: '@fontsource/bebas-neue/files/bebas-neue-latin-400-normal.woff',
  script: '@fontsource/pacifico/files/pacifico-latin-400-normal.woff',
} as const;

export type Typeface = keyof typeof TYPEFACES;

/** Extra room between letters, in ems. */
const TRACKING: Readonly<Record<Typeface, number>> = {
  serif: 0,
  grotesk: -0.01,
  geometric: 0.12,
  condensed: 0.05,
  script: 0,
};

const fonts = new Map<Typeface, opentype.Font>();

export type Wordmark = { readonly path: string; readonly width: number; readonly capHeight: number };

/** `text` as SVG path data: starts at x 0, stands on y 0, is as wide as `width` and at most `size` tall. */
export function wordmark(
  text: string,
  face: Typeface,
  { width, size }: { width: number; size: number },
): Wordmark {
  const font = fontOf(face);
  const letterSpacing = TRACKING[face];
  const options = { kerning: true, letterSpacing };
  const natural = font.getAdvanceWidth(text, 100, options);
  const scale = Math.min(size, (100 * width) / natural);
  const path = font.getPath(text, 0, 0, scale, options);
  return {
    path: pathData(path.commands),
    width: (natural * scale) / 100,
    capHeight: scale * 0.7,
  };
}

function fontOf(face: Typeface): opentype.Font {
  let font = fonts.get(face);
  if (!font) {
    const bytes = readFileSync(createRequire(import.meta.url).resolve(TYPEFACES[face]));
    font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    fonts.set(face, font);
  }
  return font;
}

/** The library's own writer loses numbers it would have to write with an exponent. */
function pathData(commands: readonly opentype.PathCommand[]): string {
  return commands.map(commandData).join('');
}

function commandData(command: opentype.PathCommand): string {
  switch (command.type) {
    case 'M':
    case 'L':
      return `${command.type}${tenths(command.x)} ${tenths(command.y)}`;
    case 'Q':
      return `Q${[command.x1, command.y1, command.x, command.y].map(tenths).join(' ')}`;
    case 'C':
      return `C${[command.x1, command.y1, command.x2, command.y2, command.x, command.y].map(tenths).join(' ')}`;
    case 'Z':
      return 'Z';
  }
}

function tenths(value: number): string {
  return String(Math.round(value * 10) / 10);
}
