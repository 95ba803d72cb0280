import sharp from 'sharp';
import { renderPicture, type RenderedPicture } from '@/lib/media';
import { randomFrom, type Random } from '../random';
import { banner, card, logo, tile, type Brand } from './cards';
import { figureOf, type Drawing } from './drawing';
import { groundOf, type Mood } from './ground';
import { fromHex } from './oklch';
import { canvasOf, type ArtworkRecipe } from './recipe';
import { close, flat, pattern, plinth, studio, trio, windowLight, type Stage } from './scenes';
import { canBeDyed, dressesOf, dyedPartOf, liesDown, SETTINGS } from './settings';
import { TYPEFACES, type Typeface } from './wordmark';

/** The recipe's picture in all its renditions. The same recipe gives the same picture on every machine. */
export async function drawPicture(recipe: ArtworkRecipe): Promise<RenderedPicture> {
  const svg = Buffer.from(await svgOf(recipe));
  return renderPicture(await sharp(svg).flatten().png({ compressionLevel: 0 }).toBuffer());
}

/** The recipe's picture as one SVG document without text, fonts or links. */
export async function svgOf(recipe: ArtworkRecipe): Promise<string> {
  const [width, height] = canvasOf(recipe.shot);
  const { defs, body } = compose(recipe, await stageOf(recipe));
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs}</defs>${body}</svg>`;
}

/** Chance follows the goods, not their colour: a product's colours are shown alike. */
function lotsOf({ icon, scene, brand, take = 0 }: ArtworkRecipe, what: string): Random {
  return randomFrom(`${what} ${icon} ${scene} ${brand} ${take}`);
}

async function stageOf(recipe: ArtworkRecipe): Promise<Stage> {
  const { icon, scene, shot, colour } = dressed(recipe);
  const [hue, mood] = chooseGround(dressed(recipe));
  const props = lotsOf(recipe, 'props').sample(SETTINGS[scene].props, 4);
  return {
    ground: groundOf(hue, mood),
    subject: await figureOf(icon, canBeDyed(icon) ? colour : null, dyedPartOf(icon)),
    props: await Promise.all(props.filter((prop) => prop !== icon).map((prop) => figureOf(prop))),
    leaf: await figureOf('herb'),
    pose: liesDown(icon) ? 'lie' : 'stand',
    random: lotsOf(recipe, shot),
  };
}

/** With a colour of the goods' own where nobody chose one. */
function dressed(recipe: ArtworkRecipe): ArtworkRecipe {
  const dresses = dressesOf(recipe.icon);
  if (recipe.colour !== null || dresses.length === 0 || !isGoods(recipe)) return recipe;
  return { ...recipe, colour: lotsOf(recipe, 'dress').pick(dresses) };
}

/** Not a sign, tile or banner, which stay light and as they are drawn. */
function isGoods({ shot }: ArtworkRecipe): boolean {
  return shot !== 'tile' && shot !== 'logo' && shot !== 'banner';
}

/** One of the setting's grounds on which the goods stand out: not dark on dark, pale on pale, or like on like. */
function chooseGround(recipe: ArtworkRecipe): readonly [hue: number, mood: Mood] {
  const { grounds } = SETTINGS[recipe.scene];
  const random = lotsOf(recipe, `ground ${recipe.shot === 'hero' ? '' : recipe.shot}`);
  const colour = recipe.colour === null ? null : fromHex(recipe.colour);
  const suiting = grounds.filter(([hue, mood]) => {
    if (mood === 'deep') return isGoods(recipe) && (!colour || colour.lightness > 0.6);
    if (!colour) return true;
    if (mood === 'soft' && colour.lightness > 0.9) return false;
    const alike = Math.abs(((colour.hue - hue + 540) % 360) - 180) < 25 && colour.chroma > 0.05;
    return mood === 'soft' || !alike;
  });
  return random.pick(suiting.length > 0 ? suiting : grounds);
}

function compose(recipe: ArtworkRecipe, stage: Stage): Drawing {
  const { shot } = recipe;
  const lots = lotsOf(recipe, 'composition');
  switch (shot) {
    case 'hero':
      return lots.weighted([
        [studio, 4],
        [plinth, 3],
        [windowLight, 3],
      ])(stage);
    case 'close':
      return close(stage);
    case 'group':
      return lots.pick(stage.pose === 'stand' ? [trio, pattern, flat] : [flat, pattern])(stage);
    case 'card':
      return card(stage, brandOf(recipe));
    case 'tile':
      return tile(stage);
    case 'logo':
      return logo(stage);
    case 'banner':
      return banner(stage, brandOf(recipe));
  }
}

/** A brand has one typeface, everywhere. */
function brandOf({ brand }: ArtworkRecipe): Brand {
  const faces = Object.keys(TYPEFACES).filter((face): face is Typeface => face in TYPEFACES);
  return { name: brand, face: randomFrom(`typeface ${brand}`).pick(faces) };
}
