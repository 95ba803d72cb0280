import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { renderPicture, widthsFor } from './renditions';

function plain(width: number, height: number, background = '#cc3344') {
  return sharp({ create: { width, height, channels: 3, background } });
}

describe('renditions of a picture', () => {
  test('come in every width up to its own, in both formats, and are never enlarged', async () => {
    const made = await renderPicture(await plain(700, 350).png().toBuffer());
    expect(made.widths).toEqual([160, 320, 640]);
    expect(made.renditions.map(({ width, format }) => `${width}.${format}`)).toEqual([
      '160.avif',
      '160.webp',
      '320.avif',
      '320.webp',
      '640.avif',
      '640.webp',
    ]);
    for (const { width, body } of made.renditions) {
      expect((await sharp(body).metadata()).width).toBe(width);
    }
  });

  test('keep a tiny picture at its own size', () => {
    expect(widthsFor(90)).toEqual([90]);
    expect(widthsFor(5000)).toEqual([160, 320, 640, 1080]);
  });

  test('carry a placeholder of at most 300 bytes and the colour seen from afar', async () => {
    const made = await renderPicture(await plain(400, 400).png().toBuffer());
    expect(made.blur).toMatch(/^data:image\/webp;base64,/);
    expect(made.blur.length).toBeLessThanOrEqual(300);
    expect(made.colour).toBe('#cc3344');
  });

  test('stand upright and tell nothing of their camera', async () => {
    const sideways = await plain(400, 200)
      .withMetadata({ orientation: 6, exif: { IFD0: { Copyright: 'somebody' } } })
      .jpeg()
      .toBuffer();
    const made = await renderPicture(sideways);
    expect([made.width, made.height]).toEqual([200, 400]);
    expect((await sharp(made.renditions[1]!.body).metadata()).exif).toBeUndefined();
  });

  test('are refused of what is no image', async () => {
    await expect(renderPicture(Buffer.from('not an image'))).rejects.toThrow();
  });
});
