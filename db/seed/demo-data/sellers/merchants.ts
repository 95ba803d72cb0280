import type { SellerSeed } from './seller-seed';

/** The other shops of the demo market. */
export const MERCHANTS: readonly SellerSeed[] = [
  {
    name: 'Samenfest',
    city: 'Freiburg',
    country: 'DE',
    tagline: 'Old varieties, fresh seed',
    icon: 'seedling',
    departments: ['garden', 'food'],
    handlingDays: 2,
    story:
      'Sixty gardeners each keep a few varieties going. In autumn the seed comes together in our barn, is tested, and goes out in paper bags.',
  },
  {
    name: 'Velo Lisboa',
    city: 'Lisbon',
    country: 'PT',
    tagline: 'Bikes for seven hills',
    icon: 'bicycle',
    departments: ['sport'],
    handlingDays: 3,
    story:
      'Our frames are welded in Águeda and put together here, beside the railway. If you can ride home from our shop, you can ride anywhere.',
  },
  {
    name: 'Rondo Sports',
    city: 'Turin',
    country: 'IT',
    tagline: 'Everything that rolls, bounces and flies',
    icon: 'basketball',
    departments: ['sport', 'toys'],
    handlingDays: 2,
    story:
      'Founded by the coach of a youth club who was tired of balls that were flat in March. He still coaches on Wednesdays, and the club plays with what we sell.',
  },
  {
    name: 'Meeple House',
    city: 'Nuremberg',
    country: 'DE',
    tagline: 'Games for people who say they do not play',
    icon: 'game-die',
    departments: ['toys', 'books'],
    handlingDays: 1,
    story:
      'A living room with forty chairs and six hundred games. We sell the ones that people ask for again.',
  },
  {
    name: 'Little Fell',
    city: 'Kendal',
    country: 'GB',
    tagline: 'Toys that survive siblings',
    icon: 'teddy-bear',
    departments: ['toys', 'baby'],
    handlingDays: 2,
    story:
      'Made in the valley by nine people, tested by eleven children. What comes back broken is mended and goes out again with a medal.',
  },
  {
    name: 'Quayside Books',
    city: 'Edinburgh',
    country: 'GB',
    tagline: 'Read by at least two of us',
    icon: 'books',
    departments: ['books'],
    handlingDays: 1,
    story:
      'A bookshop in a former ticket office with a stove and an opinion. Each book we list has been read, and the slip inside says by whom.',
  },
  {
    name: 'Papelaria 1908',
    city: 'Braga',
    country: 'PT',
    tagline: 'Paper, ink and patience',
    icon: 'fountain-pen',
    departments: ['books', 'toys'],
    handlingDays: 2,
    story:
      'Four generations behind the same counter. The notebooks are bound upstairs; on quiet days one hears the press.',
  },
  {
    name: 'Alba Luthiers',
    city: 'Granada',
    country: 'ES',
    tagline: 'Instruments set up by players',
    icon: 'guitar',
    departments: ['music'],
    handlingDays: 4,
    story:
      'Three luthiers share a workshop under the Alhambra. What we do not build we choose, and then take apart and set up until it plays as it should.',
  },
  {
    name: 'Good Boy Supply',
    city: 'Antwerp',
    country: 'BE',
    tagline: 'Approved by Bruno',
    icon: 'dog',
    departments: ['pets'],
    handlingDays: 1,
    story:
      'Bruno is a Labrador and chews through everything. What he has not chewed through in a month, we sell.',
  },
  {
    name: 'Bench & Vice',
    city: 'Lyon',
    country: 'FR',
    tagline: 'Tools for hands',
    icon: 'hammer',
    departments: ['diy', 'garden'],
    handlingDays: 2,
    story:
      'A cooperative of joiners that buys its own tools in bulk and lets you in on it. If a joiner would not use it, it is not here.',
  },
  {
    name: 'Atelier Nine',
    city: 'Prague',
    country: 'CZ',
    tagline: 'Nine makers, one courtyard',
    icon: 'ring',
    departments: ['fashion', 'home', 'books'],
    handlingDays: 3,
    story:
      'A silversmith, a bookbinder, two potters, a weaver, a printer and three who change. They share a kiln, a kitchen and this shop.',
  },
  {
    name: 'Pomme & Co',
    city: 'Nantes',
    country: 'FR',
    tagline: 'The little that is needed',
    icon: 'baby-bottle',
    departments: ['baby', 'toys'],
    handlingDays: 1,
    story:
      'A midwife and her brother made a list of what families used after a year, and sell only that. The list is on the wall of the shop; it has thirty-one lines.',
  },
  {
    name: 'Northbound Outfitters',
    city: 'Tampere',
    country: 'FI',
    tagline: 'For places without a shop',
    icon: 'compass',
    departments: ['sport', 'baby', 'diy'],
    handlingDays: 2,
    story: 'We guide tours in summer and sell in winter what came back unbroken.',
  },
  {
    name: 'Marea',
    city: 'Palermo',
    country: 'IT',
    tagline: 'Glass, clay and salt',
    icon: 'spiral-shell',
    departments: ['kitchen', 'pets', 'fashion'],
    handlingDays: 3,
    story:
      'A furnace by the old harbour. We blow glass until noon, when it becomes too hot, and pack in the afternoon.',
  },
  {
    name: 'Maison Petit',
    city: 'Brussels',
    country: 'BE',
    tagline: 'Small luxuries, kept small',
    icon: 'lipstick',
    departments: ['beauty', 'fashion', 'food'],
    handlingDays: 1,
    story: 'A corner shop with a bell. Everything fits in one hand and costs less than dinner, or nearly.',
  },
];
