import path from 'node:path';
import sharp from 'sharp';

/** `tsx dev/icons.ts` draws the icons of `public/icons` from the mark; run it when the mark changes. */
const DOOR =
  'M9 26V14.5c0-1.3.45-2.1 1.2-2.9C11.3 10.3 13.5 9.3 16 6c2.5 3.3 4.7 4.3 5.8 5.6.75.8 1.2 1.6 1.2 2.9V26h-4.5v-7a2.5 2.5 0 0 0-5 0v7z';
const SAFFRON = '#f6a821';
const INK = '#281a00';
const FOLDER = path.resolve(import.meta.dirname, '../public/icons');

await Promise.all([
  draw('icon-192.png', 192, mark(8)),
  draw('icon-512.png', 512, mark(8)),
  // A launcher cuts its own shape: the ground fills the square and the door stays in the safe middle.
  draw('maskable-512.png', 512, mark(0, 0.72)),
  draw('apple-180.png', 180, mark(0, 0.86)),
]);

function mark(radius: number, scale = 1): string {
  const shift = 16 * (1 - scale);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${radius}" fill="${SAFFRON}"/><path transform="translate(${shift} ${shift}) scale(${scale})" d="${DOOR}" fill="${INK}"/></svg>`;
}

async function draw(name: string, size: number, svg: string): Promise<void> {
  await sharp(Buffer.from(svg), { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ palette: true })
    .toFile(path.join(FOLDER, name));
}
