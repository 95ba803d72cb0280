import sharp from 'sharp';
import { svgOf, drawPicture } from './artwork/draw';
import type { Recipe } from './artwork/recipe';
const base = { pose: 'stand', props: ['herb', 'lemon'], seed: 3 } as const;
const L: Recipe[] = [
  {
    ...base,
    scene: 'studio',
    subject: { icon: 'teapot', tint: '#5d7d52' },
    hue: 85,
    mood: 'soft',
    props: ['herb', 'lemon'],
  },
  {
    ...base,
    scene: 'plinth',
    subject: { icon: 'handbag', tint: '#c2412d' },
    hue: 60,
    mood: 'warm',
    props: ['rose', 'hibiscus'],
  },
  { ...base, scene: 'window', subject: { icon: 'chair' }, hue: 75, mood: 'warm', props: ['potted-plant'] },
  { ...base, scene: 'close', subject: { icon: 'watch', tint: '#1f2937' }, hue: 230, mood: 'deep', props: [] },
  {
    ...base,
    scene: 'flat',
    pose: 'lie',
    subject: { icon: 'running-shoe', tint: '#3b6ea5' },
    hue: 30,
    mood: 'bright',
    props: ['socks', 'stopwatch', 'water-pistol'],
  },
  {
    ...base,
    scene: 'group',
    subject: { icon: 'backpack', tint: '#e8a33d' },
    tints: ['#3b6ea5', '#5d7d52'],
    hue: 50,
    mood: 'soft',
    props: [],
  },
  {
    ...base,
    scene: 'card',
    subject: { icon: 'hot-beverage', tint: '#3b6ea5', dyed: 'greys' },
    hue: 250,
    mood: 'soft',
    props: [],
    brand: { name: 'Halden', face: 'serif' },
  },
  {
    ...base,
    scene: 'tile',
    subject: { icon: 'headphone', tint: '#1f2937', dyed: 'greys' },
    hue: 260,
    mood: 'bright',
    props: ['camera', 'video-game'],
  },
  { ...base, scene: 'group', subject: { icon: 'chocolate-bar' }, hue: 350, mood: 'warm', props: [] },
  {
    ...base,
    scene: 'studio',
    subject: { icon: 'headphone', tint: '#f5f1e8', dyed: 'greys' },
    hue: 280,
    mood: 'deep',
    props: ['herb'],
    seed: 5,
  },
  {
    ...base,
    scene: 'plinth',
    subject: { icon: 'lotion-bottle' },
    hue: 10,
    mood: 'soft',
    props: ['herb', 'cherry-blossom'],
    seed: 9,
  },
  { ...base, scene: 'logo', subject: { icon: 'seedling' }, hue: 140, mood: 'soft', props: [] },
];
const comps: any[] = [];
for (const [i, r] of L.entries()) {
  const t = Date.now();
  const svg = await svgOf(r);
  const b = await sharp(Buffer.from(svg)).flatten().png().toBuffer();
  const t2 = Date.now();
  comps.push({
    input: await sharp(b).resize(470, 470, { fit: 'contain' }).toBuffer(),
    left: (i % 4) * 480,
    top: Math.floor(i / 4) * 480,
  });
  console.log(r.scene, r.subject.icon, svg.length, t2 - t);
}
await sharp({ create: { width: 1920, height: 1440, channels: 3, background: '#fff' } })
  .composite(comps)
  .png()
  .toFile('/tmp/art/scenes.png');
let t = Date.now();
const p = await drawPicture(L[0]!);
console.log(
  'full',
  Date.now() - t,
  p.renditions.map((r) => `${r.width}${r.format} ${r.body.length}`).join(' '),
  p.blur.length,
  p.colour,
);
t = Date.now();
await drawPicture(L[1]!);
console.log('full', Date.now() - t);
const sb = await sharp(
  Buffer.from(
    await svgOf({
      ...base,
      scene: 'banner',
      subject: { icon: 'teapot', tint: '#5d7d52' },
      hue: 85,
      mood: 'warm',
      props: ['hot-beverage', 'bowl-with-spoon', 'amphora'],
      brand: { name: 'Kiln & Clay', face: 'serif' },
    }),
  ),
)
  .png()
  .toFile('/tmp/art/banner.png');
