import sharp from 'sharp';
import { renderPicture, type RenderedPicture } from '@/lib/media';
import { randomOf } from '../random';
import { banner, card, logo, tile } from './cards';
import { figureOf, type Drawing } from './drawing';
import { groundOf } from './ground';
import { sizeOf, type Recipe } from './recipe';
import { close, flat, group, plinth, studio, windowLight, type Stage } from './scenes';

/** The recipe's picture in all its renditions. The same recipe gives the same picture on every machine. */
export async function drawPicture(recipe: Recipe): Promise<RenderedPicture> {
  const [width, height] = sizeOf(recipe);
  const svg = await svgOf(recipe);
  const pixels = await sharp(Buffer.from(svg))
    .resize(width, height)
    .flatten()
    .png({ compressionLevel: 0 })
    .toBuffer();
  return renderPicture(pixels);
}

/** The recipe's picture as one SVG document without text, fonts or links. */
export async function svgOf(recipe: Recipe): Promise<string> {
  const [width, height] = sizeOf(recipe);
  const { defs, body } = compose(recipe, await stageOf(recipe));
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs}</defs>${body}</svg>`;
}

async function stageOf({ hue, mood, subject, tints = [], props, pose, seed }: Recipe): Promise<Stage> {
  return {
    ground: groundOf(hue, mood),
    subject: await figureOf(subject),
    siblings: await Promise.all(tints.map((tint) => figureOf({ ...subject, tint }))),
    props: await Promise.all(props.map((icon) => figureOf({ icon }))),
    pose,
    random: randomOf(`picture ${seed}`),
  };
}

function compose(recipe: Recipe, stage: Stage): Drawing {
  const brand = recipe.brand ?? { name: 'Souk', face: 'serif' };
  switch (recipe.scene) {
    case 'studio':
      return studio(stage);
    case 'plinth':
      return plinth(stage);
    case 'window':
      return windowLight(stage);
    case 'close':
      return close(stage);
    case 'flat':
      return flat(stage);
    case 'group':
      return group(stage);
    case 'card':
      return card(stage, brand);
    case 'tile':
      return tile(stage);
    case 'logo':
      return logo(stage);
    case 'banner':
      return banner(stage, brand);
  }
}
