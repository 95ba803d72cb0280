import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { z } from 'zod';

/** Microsoft's Fluent emoji (MIT): drawings in a square of 32 units, lit from above. */
export const ICON_UNITS = 32;

const iconSet = z.object({ icons: z.record(z.string(), z.object({ body: z.string() })) });

let drawings: ReadonlyMap<string, string> | undefined;

/** An icon's drawing. Reads the whole set (a second, a hundred megabytes of JSON) the first time. */
export function iconBody(name: string): string {
  drawings ??= readDrawings();
  const body = drawings.get(name);
  if (body === undefined) throw new Error(`The icon set has no ${name}`);
  return body;
}

export function hasIcon(name: string): boolean {
  drawings ??= readDrawings();
  return drawings.has(name);
}

function readDrawings(): Map<string, string> {
  const file = createRequire(import.meta.url).resolve('@iconify-json/fluent-emoji/icons.json');
  const { icons } = iconSet.parse(JSON.parse(readFileSync(file, 'utf8')));
  // Two thirds are hands and people in other skin tones.
  const kept = Object.entries(icons).filter(([name]) => !/-(light|medium|dark)$/.test(name));
  return new Map(kept.map(([name, { body }]) => [name, body]));
}

/** Where in its square an icon has ink, in units. */
export type InkBox = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const MEASURED_AT = 128;
const inkBoxes = new Map<string, Promise<InkBox>>();

export function inkBox(name: string): Promise<InkBox> {
  let box = inkBoxes.get(name);
  if (!box) {
    box = measure(name);
    inkBoxes.set(name, box);
  }
  return box;
}

async function measure(name: string): Promise<InkBox> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${MEASURED_AT}" height="${MEASURED_AT}" viewBox="0 0 32 32">${iconBody(name)}</svg>`;
  const alpha = await sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer();
  let [left, top, right, bottom] = [MEASURED_AT, MEASURED_AT, 0, 0];
  alpha.forEach((value, index) => {
    if (value < 96) return;
    const [x, y] = [index % MEASURED_AT, Math.floor(index / MEASURED_AT)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  });
  const unit = ICON_UNITS / MEASURED_AT;
  return { left: left * unit, top: top * unit, right: right * unit, bottom: bottom * unit };
}
