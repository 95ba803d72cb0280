import sharp from 'sharp';
import { svgOf } from './artwork/draw';
import { makeProducts } from './market/make-products';
const products = makeProducts(600);
const from = Number(process.argv[2]),
  step = Number(process.argv[3]),
  n = Number(process.argv[4]),
  mode = process.argv[5];
const pics =
  mode === 'all'
    ? products
        .filter((_, i) => i % step === from)
        .flatMap((p) => p.pictures.map((x) => ({ p, x })))
        .slice(0, n)
    : mode === 'cat'
      ? products.slice(from, from + n).map((p) => ({ p, x: p.pictures[0]! }))
      : products
          .filter((_, i) => i % step === from)
          .slice(0, n)
          .map((p) => ({ p, x: p.pictures[0]! }));
const comps: any[] = [];
const C = 9,
  W = 220,
  H = 240;
const t = Date.now();
for (const [i, { p, x }] of pics.entries()) {
  try {
    const b = await sharp(
      Buffer.from((await svgOf(x.recipe)).replace('width="1080" height="1080"', 'width="480" height="480"')),
    )
      .flatten()
      .resize(W - 6)
      .png()
      .toBuffer();
    comps.push({ input: b, left: (i % C) * W + 3, top: Math.floor(i / C) * H });
    comps.push({
      input: Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="24"><text x="4" y="15" font-size="11" font-family="DejaVu Sans">${p.title.replace(/&/g, '&amp;').slice(0, 34)}</text></svg>`,
      ),
      left: (i % C) * W,
      top: Math.floor(i / C) * H + W - 4,
    });
  } catch (e) {
    console.log(p.title, x.recipe.icon, String(e));
  }
}
await sharp({
  create: { width: W * C, height: H * Math.ceil(pics.length / C), channels: 3, background: '#fff' },
})
  .composite(comps)
  .png()
  .toFile('/tmp/art/products-' + mode + '.png');
console.log(pics.length, Date.now() - t, products.flatMap((p) => p.pictures).length);
