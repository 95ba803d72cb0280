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
      [165, 'warm'],
      [245, 'warm'],
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
  safety-vest level-slider joker performing-arts envelope dagger hook old-key link chains pick bacon
  leaf-fluttering-in-wind love-letter control-knobs mahjong-red-dragon locked floppy-disk computer-disk`.split(
    /\s+/,
  ),
);

export function liesDown(icon: string): boolean {
  return LYING.has(icon);
}

/** Whose colour is not the strongest hue of their drawing. */
const DYED: Readonly<Record<string, Dyed>> = {
  'running-shoe': 'greys',
  'hot-beverage': 'greys',
  'pot-of-food': 'greys',
  jar: 'all',
  amphora: 'all',
  'fork-and-knife-with-plate': 'all',
  'fork-and-knife': 'all',
  candle: 'all',
  sake: 'greys',
  volleyball: 'all',
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

/** What is one colour whatever the choice says: glass, food, flames. */
const UNDYED = new Set(
  `wine-glass tumbler-glass spaghetti custard green-salad beer-mug bread magnet fire honeybee coral bouquet salt
  cocktail-glass books nest-with-eggs fountain framed-picture bento-box canned-food cactus palm-tree evergreen-tree
  deciduous-tree lotus herb seedling cat cat-face black-cat dog dog-face poodle guide-dog service-dog hamster rabbit
  rabbit-face parrot bird chicken hedgehog turtle tropical-fish blowfish fish koala penguin fox elephant sauropod`.split(
    /\s+/,
  ),
);

export function canBeDyed(icon: string): boolean {
  return !UNDYED.has(icon);
}

export function dyedPartOf(icon: string): Dyed {
  return DYED[icon] ?? 'main';
}

/** Colours that goods without a choice of colour come in, where one drawing stands for several of them. */
const DRESSES: Readonly<Record<string, readonly string[]>> = {
  'kitchen-knife': ['#6f4a30', '#2b2a28', '#8e2f4c', '#3f5d45', '#b98a56'],
  'fork-and-knife': ['#b9a36a', '#8b8882'],
  candle: ['#efe6d2', '#c4633f', '#9fb093', '#8e2f4c'],
  jar: ['#cfe0dc', '#d9c4a1', '#8fbfd8'],
  'light-bulb': ['#f0c660', '#f3dfae', '#e59a4c'],
  'lotion-bottle': ['#d9c4a1', '#9fb093', '#d98c93', '#f0e9dd', '#8fbfd8', '#b98a56'],
  soap: ['#9fb093', '#d9c4a1', '#d98c93', '#4c4a45', '#b3a1cf'],
  toothbrush: ['#b98a56', '#9fb093', '#2f6d8c'],
  'blue-book': ['#2b3a5c', '#2f6d8c', '#7b3f5b', '#4d6b57'],
  'green-book': ['#3f5d45', '#7d8c4a', '#2f6d6a', '#8a6f3c'],
  'orange-book': ['#c4633f', '#d9a227', '#a8503a', '#5c4a72'],
  'closed-book': ['#8e2f4c', '#26241f', '#b5432f', '#34566b'],
  notebook: ['#26241f', '#3f5d45', '#8e2f4c', '#2b3a5c'],
  hammer: ['#b98a56', '#6f4a30', '#8e3b2c'],
  toolbox: ['#b5432f', '#2f6d8c', '#3f5d45', '#d9a227'],
  bucket: ['#8b9aa5', '#9fb093', '#c4633f', '#2f6d8c', '#f6f2ea'],
  broom: ['#c9a25e', '#9fb093', '#8b8882'],
  basket: ['#b98a56', '#c9a777', '#8a5f3c'],
  yarn: ['#c4633f', '#9fb093', '#d98c93', '#d9a227', '#2b3a5c'],
  thread: ['#8e2f4c', '#3f5d45', '#2f6d8c', '#d9a227'],
  amphora: ['#c47a4c', '#8fa3a0', '#3f4f5d', '#d9c4a1'],
  mirror: ['#c9a25e', '#26241f', '#b98a56', '#f0e9dd'],
  'mobile-phone': ['#26241f', '#e9e4da', '#9fb093', '#2b3a5c', '#b3a1cf'],
  'video-game': ['#26241f', '#e9e4da', '#b5432f', '#2f6d8c'],
  bed: ['#2b3a5c', '#9fb093', '#d98c93', '#c4633f'],
  dvd: ['#c9a25e', '#8fbfd8', '#b3a1cf'],
  battery: ['#9fb093', '#d9a227', '#2f6d8c'],
  'bowl-with-spoon': ['#9fb093', '#8fbfd8', '#d98c93', '#d9a227'],
  teapot: ['#3f5d45', '#26241f', '#c4633f', '#f0e9dd'],
};

/** What a product's picture is dyed in when the product names no colour; null leaves it as it is drawn. */
export function dressesOf(icon: string): readonly string[] {
  return DRESSES[icon] ?? [];
}
