import { describe, expect, test } from 'vitest';
import { svgOf } from './draw';
import { fromHex, hueBetween, toHex } from './oklch';
import { recolour } from './recolour';
import type { ArtworkRecipe } from './recipe';
import { TYPEFACES, wordmark, type Typeface } from './wordmark';

const teapot: ArtworkRecipe = {
  icon: 'teapot',
  scene: 'kitchen',
  shot: 'hero',
  colour: '#3f5d45',
  brand: 'Kupa',
};

describe('colours', () => {
  test('survive the way into Oklch and back', () => {
    for (const hex of ['#000000', '#ffffff', '#c4633f', '#2b3a5c', '#9fb093'])
      expect(toHex(fromHex(hex))).toBe(hex);
  });

  test('are changed where they are dyed, keep their shade, and leave everything else', () => {
    const body = '<path fill="#d01020"/><path fill="#801018"/><path fill="#18a030"/>';
    const [light, dark, other] = [...recolour(body, '#2b5adc').matchAll(/#[0-9a-f]{6}/g)].map(([hex]) => hex);
    expect(Math.abs(hueBetween(fromHex(light!).hue, fromHex('#2b5adc').hue))).toBeLessThan(15);
    expect(fromHex(light!).lightness).toBeGreaterThan(fromHex(dark!).lightness);
    expect(other).toBe('#18a030');
  });
});

describe('a wordmark', () => {
  test.each(Object.keys(TYPEFACES) as Typeface[])(
    'in %s fits its box and is drawn to its last letter',
    (face) => {
      for (const name of ['Fairwind', 'Fjell & Fell', 'Halden', 'Chá das Cinco']) {
        const { path, width } = wordmark(name, face, { width: 400, size: 100 });
        expect(width).toBeLessThanOrEqual(400.01);
        expect(path).toMatch(/^[MLQCZ0-9. -]+$/);
      }
    },
  );
});

describe('a picture', () => {
  test('is drawn the same every time, from vectors alone', async () => {
    const svg = await svgOf(teapot);
    expect(await svgOf(teapot)).toBe(svg);
    expect(svg).not.toMatch(/<text|<image|https?:(?!\/\/www\.w3\.org)/);
  });

  test('differs by colour and by take', async () => {
    const svg = await svgOf(teapot);
    expect(await svgOf({ ...teapot, colour: '#c4633f' })).not.toBe(svg);
    expect(await svgOf({ ...teapot, shot: 'close' })).not.toBe(svg);
  });
});
