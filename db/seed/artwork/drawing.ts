import { iconBody, ICON_UNITS, inkBox, type InkBox } from './icons';
import { recolour, type Dyed } from './recolour';

/** SVG elements and the definitions they need, so that scenes are put together from parts. */
export type Drawing = { readonly defs: string; readonly body: string };

/** Something to place: its drawing in a square of 32 units, and where in it there is ink. */
export type Figure = { readonly id: string; readonly markup: string; readonly ink: InkBox };

export type Placement = {
  /** Pixels a side of the icon's square. */
  readonly size: number;
  /** Where the middle of the ink comes to lie. */
  readonly x: number;
  /** Where the ink's middle, or with `stands` its foot, comes to lie. */
  readonly y: number;
  readonly stands?: boolean;
  readonly angle?: number;
};

/** An icon, in another colour when `tint` is given. Ids inside are made its own: it may appear in two colours. */
export async function figureOf(
  icon: string,
  tint: string | null = null,
  dyed: Dyed = 'main',
): Promise<Figure> {
  const id = `${icon}${(tint ?? '').slice(1)}-`;
  const drawn = tint ? recolour(iconBody(icon), tint, dyed) : iconBody(icon);
  const markup = drawn
    .replaceAll(/\bid="([^"]+)"/g, `id="${id}$1"`)
    .replaceAll(/url\(#([^)]+)\)/g, `url(#${id}$1)`)
    .replaceAll(/href="#([^"]+)"/g, `href="#${id}$1"`);
  return { id, markup, ink: await inkBox(icon) };
}

/** The figure at its place. */
export function place(figure: Figure, at: Placement): string {
  return `<g transform="${transformOf(figure, at)}">${figure.markup}</g>`;
}

function transformOf({ ink }: Figure, { size, x, y, stands = false, angle = 0 }: Placement): string {
  const scale = size / ICON_UNITS;
  const anchorX = (ink.left + ink.right) / 2;
  const anchorY = stands ? ink.bottom : (ink.top + ink.bottom) / 2;
  return `translate(${px(x)} ${px(y)}) rotate(${px(angle)}) scale(${scale.toFixed(4)}) translate(${px(-anchorX)} ${px(-anchorY)})`;
}

/** How large to draw a figure so that its ink fits into a box. */
export function sizeToFit({ ink }: Figure, width: number, height: number): number {
  return ICON_UNITS * Math.min(width / (ink.right - ink.left), height / (ink.bottom - ink.top));
}

/** Width and height of the ink at a size. */
export function extent({ ink }: Figure, size: number): { readonly width: number; readonly height: number } {
  const unit = size / ICON_UNITS;
  return { width: (ink.right - ink.left) * unit, height: (ink.bottom - ink.top) * unit };
}

/**
 * The shadow of something that stands on the floor: dark where it touches, long and faint to the right. Soft
 * by gradients, which cost a hundredth of what a blur of that size does.
 */
export function standingShadow(at: { x: number; y: number; width: number }): string {
  const { x, y, width } = at;
  return (
    softEllipse(x + width * 0.13, y + width * 0.012, width * 0.86, width * 0.15, 0.34) +
    softEllipse(x + width * 0.05, y + 1, width * 0.66, width * 0.085, 0.5) +
    softEllipse(x, y - 1, width * 0.5, width * 0.04, 0.75)
  );
}

/** Shade that fades out toward its edge. */
export function softEllipse(x: number, y: number, rx: number, ry: number, opacity: number): string {
  return `<ellipse cx="${px(x)}" cy="${px(y)}" rx="${px(rx)}" ry="${px(ry)}" fill="url(#shade)" opacity="${opacity}"/>`;
}

/** Figures that lie, each with the shadow of its outline. */
export function lay(placed: readonly (readonly [Figure, Placement])[], height: 'low' | 'high'): string {
  const figures = placed.map(([figure, at]) => place(figure, at)).join('');
  return `<g filter="url(#${height === 'low' ? 'castNear' : 'castFar'})">${figures}</g>`;
}

/** Blurs and shadow-makers of every scene. `shadow` is the colour cast shadows take. */
export function opticsFor(shadow: string): string {
  const cast = (id: string, offset: number, deviation: number, opacity: number) =>
    `<filter id="${id}" x="-8%" y="-7%" width="124%" height="126%" color-interpolation-filters="sRGB"><feDropShadow dx="${offset * 0.7}" dy="${offset}" stdDeviation="${deviation}" flood-color="${shadow}" flood-opacity="${opacity}"/></filter>`;
  return (
    cast('castNear', 13, 9, 0.42) +
    cast('castFar', 30, 22, 0.4) +
    // The outline alone, in the colour of shadow.
    `<filter id="gobo" x="-8%" y="-8%" width="116%" height="116%" color-interpolation-filters="sRGB"><feFlood flood-color="${shadow}" flood-opacity="0.17"/><feComposite in2="SourceAlpha" operator="in"/><feGaussianBlur stdDeviation="9"/></filter>` +
    `<filter id="soften" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="4"/></filter>` +
    `<filter id="defocus" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="7"/></filter>`
  );
}

export function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}
