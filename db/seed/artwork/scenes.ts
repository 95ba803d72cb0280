import type { Random } from '../random';
import {
  extent,
  lay,
  opticsFor,
  place,
  px,
  sizeToFit,
  softEllipse,
  standingShadow,
  type Drawing,
  type Figure,
} from './drawing';
import type { Ground } from './ground';

/** The stage of the square scenes. */
const SIDE = 1080;
const MIDDLE = SIDE / 2;

/** Where small things lie around the goods. */
const CORNERS = [
  [150, 180],
  [930, 190],
  [160, 920],
  [935, 905],
] as const;

/** A number from `low` to `high`. */
function spread(random: Random, low: number, high: number): number {
  return low + random.next() * (high - low);
}

export type Stage = {
  readonly ground: Ground;
  readonly subject: Figure;
  readonly props: readonly Figure[];
  /** Casts the shadow of a plant on the wall. */
  readonly leaf: Figure;
  readonly pose: 'stand' | 'lie';
  readonly random: Random;
};

/** A seamless paper backdrop: the goods alone, well lit. */
export function studio(stage: Stage): Drawing {
  const { ground, subject, pose, random } = stage;
  if (pose === 'lie') return fromAbove(stage, 640, []);
  const floor = 850;
  const size = sizeToFit(subject, 640, 610);
  const { width } = extent(subject, size);
  return scene(
    ground,
    sweep(floor - 120) +
      leafLight(stage, random.chance(0.6) ? stage.leaf : undefined) +
      standingShadow({ x: MIDDLE, y: floor, width }) +
      place(subject, { size, x: MIDDLE, y: floor, stands: true }),
  );
}

/** On a round plinth before an arch or a disc, with something out of focus near the lens. */
export function plinth(stage: Stage): Drawing {
  const { ground, subject, pose, props, random } = stage;
  if (pose === 'lie') return fromAbove(stage, 560, props.slice(0, 2));
  const top = 800;
  const size = sizeToFit(subject, 520, 520);
  const { width } = extent(subject, size);
  const behind = random.chance(0.5)
    ? `<path d="M270 ${top + 40} V450 A270 270 0 0 1 810 450 V${top + 40} Z" fill="url(#shape)"/>`
    : `<circle cx="${px(MIDDLE + spread(random, -60, 60))}" cy="470" r="330" fill="url(#shape)"/>`;
  return scene(
    ground,
    sweep(760) +
      behind +
      cylinder(top, 350, 78, 210) +
      standingShadow({ x: MIDDLE, y: top, width: Math.min(width, 520) }) +
      place(subject, { size, x: MIDDLE, y: top, stands: true }) +
      nearLens(stage),
  );
}

/** Late sun through a window, on a table before a wall. */
export function windowLight(stage: Stage): Drawing {
  const { ground, subject, pose, props, random } = stage;
  if (pose === 'lie') return fromAbove(stage, 600, props.slice(0, 1), paneLight());
  const table = 720;
  const foot = 880;
  const side = random.chance(0.5) ? 1 : -1;
  const x = MIDDLE - side * 70;
  const size = sizeToFit(subject, 540, 560);
  const { width } = extent(subject, size);
  const [prop] = props;
  const beside = prop ? { size: 330, x: x + side * (width / 2 + 120), y: foot - 55, stands: true } : null;
  return scene(
    ground,
    `<rect width="${SIDE}" height="${table}" fill="url(#wall)"/>` +
      paneLight() +
      `<rect y="${table}" width="${SIDE}" height="${SIDE - table}" fill="url(#floor)"/>` +
      `<rect y="${table}" width="${SIDE}" height="5" fill="${ground.lit}" opacity="0.55"/>` +
      (prop && beside
        ? standingShadow({ x: beside.x, y: beside.y, width: extent(prop, beside.size).width }) +
          place(prop, beside)
        : '') +
      standingShadow({ x, y: foot, width }) +
      place(subject, { size, x, y: foot, stands: true }),
  );
}

/** Near enough to see how it is made. */
export function close({ ground, subject, random }: Stage): Drawing {
  const size = sizeToFit(subject, 1240, 1180);
  const at = {
    size,
    x: MIDDLE + spread(random, -1, 1) * 170,
    y: MIDDLE + spread(random, 0.3, 1) * 150,
    angle: spread(random, -9, 9),
  };
  return scene(
    ground,
    `<rect width="${SIDE}" height="${SIDE}" fill="url(#wall)"/>` + lay([[subject, at]], 'high'),
  );
}

/** From above on a coloured ground, things that belong to it around. */
export function flat(stage: Stage): Drawing {
  return fromAbove(stage, 560, stage.props.slice(0, 4));
}

/** Several of it, one before the others. */
export function trio({ ground, subject }: Stage): Drawing {
  const places = [
    [300, 770, 390],
    [780, 790, 400],
    [545, 910, 480],
  ] as const;
  const standing = places.map(([x, y, room]) => {
    const size = sizeToFit(subject, room, room);
    return (
      standingShadow({ x, y, width: extent(subject, size).width }) +
      place(subject, { size, x, y, stands: true })
    );
  });
  return scene(ground, sweep(690) + standing.join(''));
}

/** Many of it, aslant, in rows. */
export function pattern({ ground, subject, random }: Stage): Drawing {
  const tilt = spread(random, -22, 22);
  const size = sizeToFit(subject, 330, 330);
  const places = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => ({
      size,
      x: column * 470 + (row % 2 === 0 ? -60 : 175),
      y: row * 400 + 140,
      angle: tilt + (row % 2 === 0 ? 0 : 8),
    })),
  );
  return scene(
    ground,
    `<rect width="${SIDE}" height="${SIDE}" fill="url(#wall)"/>` +
      lay(
        places.map((at) => [subject, at] as const),
        'low',
      ),
  );
}

function fromAbove(stage: Stage, room: number, around: readonly Figure[], light = ''): Drawing {
  const { ground, subject, random } = stage;
  const main = {
    size: sizeToFit(subject, room, room),
    x: MIDDLE,
    y: MIDDLE + 10,
    angle: spread(random, -10, 10),
  };
  const corners = random.sample(CORNERS, CORNERS.length);
  const scattered = around.map((figure, index) => {
    const [x, y] = corners[index % corners.length]!;
    return [figure, { size: sizeToFit(figure, 250, 250), x, y, angle: spread(random, -35, 35) }] as const;
  });
  return scene(
    ground,
    `<rect width="${SIDE}" height="${SIDE}" fill="url(#wall)"/>` +
      light +
      disc(random) +
      lay(scattered, 'low') +
      lay([[subject, main]], 'high'),
  );
}

function disc(random: Random): string {
  return random.chance(0.5)
    ? `<circle cx="${MIDDLE}" cy="${MIDDLE}" r="400" fill="url(#shape)" opacity="0.75"/>`
    : `<rect x="140" y="140" width="800" height="800" rx="64" fill="url(#shape)" opacity="0.6" transform="rotate(${px(spread(random, -6, 6))} ${MIDDLE} ${MIDDLE})"/>`;
}

/** A wall that turns into the floor without an edge. */
function sweep(turn: number): string {
  return (
    `<rect width="${SIDE}" height="${SIDE}" fill="url(#wall)"/>` +
    `<rect y="${turn - 60}" width="${SIDE}" height="${SIDE - turn + 60}" fill="url(#bend)"/>`
  );
}

function cylinder(top: number, rx: number, ry: number, height: number): string {
  const [left, right, foot] = [MIDDLE - rx, MIDDLE + rx, top + height];
  return (
    softEllipse(MIDDLE + 40, foot, rx * 1.35, ry * 1.6, 0.8) +
    `<path d="M${left} ${top} V${foot} A${rx} ${ry} 0 0 0 ${right} ${foot} V${top} Z" fill="url(#side)"/>` +
    `<ellipse cx="${MIDDLE}" cy="${top}" rx="${rx}" ry="${ry}" fill="url(#top)"/>`
  );
}

/** Panes of sunlight, aslant. */
function paneLight(): string {
  const pane = (x: number, y: number) =>
    `<path d="M${x} ${y} l190 -46 l0 210 l-190 46 Z" fill="#fff6df" opacity="0.42"/>`;
  return `<g filter="url(#soften)" transform="translate(70 40)">${pane(60, 150)}${pane(275, 98)}${pane(60, 385)}${pane(275, 333)}</g>`;
}

/** The shadow of leaves on the wall, from a plant out of the picture. */
function leafLight({ random }: Stage, leaf: Figure | undefined): string {
  if (!leaf) return '';
  const [x, angle] = random.chance(0.5) ? [980, 200] : [110, 150];
  return `<g filter="url(#gobo)">${place(leaf, { size: 760, x, y: 130, angle })}</g>`;
}

function nearLens({ props, random }: Stage): string {
  const prop = props[1] ?? props[0];
  if (!prop) return '';
  const x = random.chance(0.5) ? 70 : 1010;
  return `<g filter="url(#defocus)" opacity="0.94">${place(prop, { size: 430, x, y: 1010, angle: spread(random, -25, 25) })}</g>`;
}

/** The parts, the light and the gradients every scene may name. */
export function scene(ground: Ground, body: string): Drawing {
  const linear = (id: string, from: string, to: string, x2 = 0, y2 = 1) =>
    `<linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;
  const defs =
    opticsFor(ground.shadow) +
    `<radialGradient id="wall" cx="0.32" cy="0.24" r="1.05"><stop offset="0" stop-color="${ground.lit}"/><stop offset="0.45" stop-color="${ground.wall}"/><stop offset="1" stop-color="${ground.edge}"/></radialGradient>` +
    `<linearGradient id="bend" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${ground.floor}" stop-opacity="0"/><stop offset="0.42" stop-color="${ground.floor}"/><stop offset="1" stop-color="${ground.floorEdge}"/></linearGradient>` +
    linear('floor', ground.shape, ground.shapeEdge) +
    linear('shape', ground.shape, ground.shapeEdge, 0.6) +
    `<linearGradient id="side" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="${ground.shape}"/><stop offset="0.3" stop-color="${ground.lit}"/><stop offset="1" stop-color="${ground.shapeEdge}"/></linearGradient>` +
    linear('top', ground.lit, ground.shape, 1, 0.4) +
    `<radialGradient id="shade"><stop offset="0" stop-color="${ground.shadow}" stop-opacity="0.62"/><stop offset="0.35" stop-color="${ground.shadow}" stop-opacity="0.38"/><stop offset="0.7" stop-color="${ground.shadow}" stop-opacity="0.1"/><stop offset="1" stop-color="${ground.shadow}" stop-opacity="0"/></radialGradient>`;
  return { defs, body };
}
