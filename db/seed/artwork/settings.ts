import type { Mood } from './ground';
import type { Scene } from './recipe';
import type { Dyed } from './recolour';

/** Where goods are photographed: grounds they may have, and what else lies around there. */
export type Setting = {
  readonly grounds: readonly (readonly [hue: number, mood: Mood])[];
  readonly props: readonly string[];
};

export const SETTINGS: Readonly<Record<Scene, Setting>> = {
  kitchen: {
    grounds: [
      [85, 'soft'],
      [60, 'warm'],
      [145, 'soft'],
      [40, 'warm'],
      [210, 'soft'],
    ],
    props: ['herb', 'lemon', 'tomato', 'garlic', 'olive', 'hot-pepper'],
  },
  living: {
    grounds: [
      [65, 'soft'],
      [45, 'warm'],
      [120, 'soft'],
      [235, 'soft'],
      [30, 'deep'],
    ],
    props: ['potted-plant', 'books', 'candle', 'cactus'],
  },
  bedroom: {
    grounds: [
      [20, 'soft'],
      [280, 'soft'],
      [70, 'soft'],
      [255, 'warm'],
    ],
    props: ['candle', 'feather', 'books', 'tulip'],
  },
  garden: {
    grounds: [
      [130, 'soft'],
      [105, 'warm'],
      [85, 'soft'],
      [150, 'warm'],
      [220, 'soft'],
    ],
    props: ['herb', 'blossom', 'tulip', 'seedling', 'sunflower', 'lady-beetle'],
  },
  desk: {
    grounds: [
      [255, 'soft'],
      [85, 'soft'],
      [230, 'warm'],
      [270, 'deep'],
      [165, 'soft'],
    ],
    props: ['pencil', 'potted-plant', 'hot-beverage', 'paperclip', 'spiral-notepad'],
  },
  studio: {
    grounds: [
      [250, 'soft'],
      [300, 'soft'],
      [35, 'warm'],
      [265, 'deep'],
      [190, 'soft'],
    ],
    props: ['herb', 'sparkles', 'potted-plant'],
  },
  wardrobe: {
    grounds: [
      [50, 'soft'],
      [20, 'soft'],
      [75, 'warm'],
      [150, 'soft'],
      [240, 'soft'],
    ],
    props: ['rose', 'tulip', 'ribbon', 'sunglasses', 'cherry-blossom'],
  },
  nursery: {
    grounds: [
      [215, 'warm'],
      [95, 'warm'],
      [350, 'warm'],
      [160, 'soft'],
      [60, 'bright'],
    ],
    props: ['balloon', 'glowing-star', 'crayon', 'cloud', 'kite'],
  },
  court: {
    grounds: [
      [40, 'bright'],
      [145, 'warm'],
      [235, 'warm'],
      [95, 'warm'],
      [255, 'deep'],
    ],
    props: ['stopwatch', 'tennis', 'running-shoe', 'droplet'],
  },
  trail: {
    grounds: [
      [125, 'warm'],
      [75, 'warm'],
      [220, 'soft'],
      [150, 'deep'],
      [55, 'soft'],
    ],
    props: ['evergreen-tree', 'fallen-leaf', 'rock', 'compass', 'maple-leaf'],
  },
  pantry: {
    grounds: [
      [75, 'warm'],
      [95, 'soft'],
      [35, 'soft'],
      [50, 'warm'],
      [140, 'soft'],
    ],
    props: ['lemon', 'sheaf-of-rice', 'herb', 'red-apple', 'chestnut', 'blueberries'],
  },
  bath: {
    grounds: [
      [200, 'soft'],
      [170, 'soft'],
      [15, 'soft'],
      [60, 'soft'],
      [320, 'soft'],
    ],
    props: ['bubbles', 'herb', 'hibiscus', 'spiral-shell', 'lotus', 'cherry-blossom'],
  },
  workshop: {
    grounds: [
      [70, 'soft'],
      [250, 'soft'],
      [55, 'warm'],
      [245, 'deep'],
      [95, 'warm'],
    ],
    props: ['nut-and-bolt', 'straight-ruler', 'wood', 'pencil', 'gear'],
  },
  library: {
    grounds: [
      [60, 'soft'],
      [30, 'warm'],
      [160, 'deep'],
      [85, 'warm'],
      [260, 'soft'],
    ],
    props: ['glasses', 'hot-beverage', 'candle', 'feather', 'potted-plant'],
  },
  stage: {
    grounds: [
      [300, 'deep'],
      [40, 'warm'],
      [20, 'deep'],
      [330, 'soft'],
      [85, 'soft'],
    ],
    props: ['musical-note', 'sparkles', 'musical-score', 'rose'],
  },
};

/** Drawn aslant or from above: these lie. Everything else stands. */
const LYING = new Set(
  `anchor artist-palette axe badminton banana bikini black-nib bone boomerang bow-and-arrow boxing-glove broom
  candy carpentry-saw carrot chocolate-bar chopsticks closed-umbrella compass computer-mouse cookie crayon croissant
  cricket-game doughnut drum dvd electric-plug feather field-hockey fishing-pole flashlight fork-and-knife
  fork-and-knife-with-plate fountain-pen flute flying-disc game-die gem-stone glasses gloves goggles guitar banjo hair-pick
  hammer hammer-and-wrench headphone herb ice-hockey key keyboard kitchen-knife kite label lacrosse magnet
  magnifying-glass-tilted-left magic-wand maracas microphone mobile-phone nail-polish necktie nut-and-bolt optical-disk
  paintbrush paperclip peanuts pen pencil pill ping-pong pizza plunger puzzle-piece pretzel razor ribbon ring running-shoe
  safety-pin saxophone scarf scissors screwdriver sewing-needle shallow-pan-of-food cooking shorts skateboard skis socks spoon
  sponge straight-ruler sunglasses swimsuit one-piece-swimsuit t-shirt jeans dress coat womans-clothes running-shirt
  kimono sari briefs lab-coat martial-arts-uniform tennis test-tube thermometer thong-sandal toothbrush trackball trumpet
  video-game violin watch water-pistol wheel wind-chime wrench yarn yo-yo diving-mask baby-bottle billed-cap accordion
  musical-keyboard green-salad bowl-with-spoon bento-box hot-beverage musical-score musical-note sparkles bubbles red-envelope
  tangerine bullseye world-map framed-picture newspaper spiral-calendar memo thread soap ballet-shoes stethoscope
  safety-vest ballot-box puzzle level-slider joker performing-arts envelope`.split(/\s+/),
);

export function liesDown(icon: string): boolean {
  return LYING.has(icon);
}

/** Whose colour is not the strongest hue of their drawing. */
const DYED: Readonly<Record<string, Dyed>> = {
  headphone: 'greys',
  camera: 'greys',
  bicycle: 15,
  'kick-scooter': 240,
  'potted-plant': 50,
  keyboard: 'greys',
  'computer-mouse': 'greys',
  laptop: 'greys',
  television: 'greys',
  radio: 'greys',
  'ice-skate': 'greys',
  camping: 140,
  tent: 140,
  'martial-arts-uniform': 'greys',
  'studio-microphone': 'greys',
  'lab-coat': 'greys',
  'roll-of-paper': 'greys',
  printer: 'greys',
  bathtub: 'greys',
  'teacup-without-handle': 'greys',
  'couch-and-lamp': 255,
  'beach-with-umbrella': 20,
  cooking: 290,
  'shallow-pan-of-food': 290,
};

export function dyedPartOf(icon: string): Dyed {
  return DYED[icon] ?? 'main';
}
