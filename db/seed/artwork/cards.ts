import { extent, lay, place, px, sizeToFit, standingShadow, type Drawing } from './drawing';
import type { Ground } from './ground';
import { scene, type Stage } from './scenes';
import { wordmark, type Typeface } from './wordmark';

export type Brand = { readonly name: string; readonly face: Typeface };

/** How it arrives: the brand's box behind, the goods before it. */
export function card({ ground, subject, pose }: Stage, brand: Brand): Drawing {
  const foot = pose === 'stand' ? 905 : 880;
  const size = sizeToFit(subject, 400, 400);
  const x = 745;
  const { width } = extent(subject, size);
  const goods =
    pose === 'stand'
      ? standingShadow({ x, y: foot, width }) + place(subject, { size, x, y: foot, stands: true })
      : lay([[subject, { size, x, y: 760, angle: 8 }]], 'low');
  return scene(
    ground,
    `<rect width="1080" height="1080" fill="url(#wall)"/><rect y="640" width="1080" height="440" fill="url(#bend)"/>${box(ground, brand)}${goods}`,
  );
}

/** A box of board with the wordmark on its front, seen a little from above. */
function box(ground: Ground, { name, face }: Brand): string {
  const [left, top, right, foot] = [150, 300, 790, 860];
  const text = wordmark(name, face, { width: 470, size: 104 });
  const x = (left + right) / 2 - text.width / 2;
  return (
    standingShadow({ x: (left + right) / 2, y: foot, width: right - left + 60 }) +
    `<path d="M${left} ${top} l70 -62 h${right - left - 20} l-50 62 Z" fill="${ground.lit}"/>` +
    `<path d="M${right} ${top} l50 -62 v520 l-50 102 Z" fill="${ground.shapeEdge}"/>` +
    `<rect x="${left}" y="${top}" width="${right - left}" height="${foot - top}" rx="4" fill="url(#shape)"/>` +
    `<rect x="${left + 44}" y="${top + 44}" width="${right - left - 88}" height="${foot - top - 88}" rx="3" fill="none" stroke="${ground.ink}" stroke-opacity="0.28" stroke-width="2.5"/>` +
    `<path transform="translate(${px(x)} ${px(top + 152)})" d="${text.path}" fill="${ground.ink}"/>` +
    `<rect x="${px((left + right) / 2 - 34)}" y="${top + 184}" width="68" height="4" rx="2" fill="${ground.ink}" opacity="0.5"/>`
  );
}

/** A department's picture: its goods together on one ground, drawn to be small. */
export function tile({ ground, subject, props }: Stage): Drawing {
  const beside = props.slice(0, 2).map((figure, index) => {
    const [x, angle] = index === 0 ? [235, -12] : [850, 12];
    return [figure, { size: sizeToFit(figure, 400, 400), x, y: 480, angle }] as const;
  });
  const main = { size: sizeToFit(subject, 590, 590), x: 540, y: 600 };
  return scene(
    ground,
    `<rect width="1080" height="1080" fill="url(#wall)"/><circle cx="540" cy="560" r="430" fill="url(#shape)" opacity="0.8"/>` +
      lay(beside, 'low') +
      lay([[subject, main]], 'high'),
  );
}

/** A seller's sign: a figure over the name's first letters. */
export function logo({ ground, subject }: Stage): Drawing {
  const at = { size: sizeToFit(subject, 340, 340), x: 320, y: 326 };
  return scene(
    ground,
    `<rect width="640" height="640" fill="url(#shape)"/><circle cx="320" cy="320" r="250" fill="url(#wall)"/>` +
      lay([[subject, at]], 'low'),
  );
}

/** A storefront's head: what they sell along a shelf, and their name. */
export function banner({ ground, subject, props }: Stage, brand: Brand): Drawing {
  const text = wordmark(brand.name, brand.face, { width: 620, size: 124 });
  const shelf = [subject, ...props].slice(0, 4);
  const standing = shelf.map((figure, index) => {
    const size = sizeToFit(figure, 240 - index * 8, 270 - index * 10);
    return { figure, at: { size, x: 900 + index * 205, y: 462, stands: true } };
  });
  return scene(
    ground,
    `<rect width="1620" height="540" fill="url(#wall)"/><rect y="424" width="1620" height="116" fill="url(#floor)"/>` +
      `<path transform="translate(110 ${px(262 + text.capHeight / 2)})" d="${text.path}" fill="${ground.ink}"/>` +
      standing
        .map(
          ({ figure, at }) =>
            standingShadow({ ...at, width: extent(figure, at.size).width }) + place(figure, at),
        )
        .join(''),
  );
}
