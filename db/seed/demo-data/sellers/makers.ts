import type { SellerSeed } from './seller-seed';

/** Shops 1 to 15 of the demo market. */
export const MAKERS: readonly SellerSeed[] = [
  {
    name: 'Casa Azulejo',
    city: 'Porto',
    country: 'PT',
    tagline: 'For tables that are sat at long',
    icon: 'amphora',
    departments: ['kitchen', 'home'],
    handlingDays: 1,
    story:
      'Inês and Rui took over the hardware shop of Inês’s grandfather in 2011 and threw out everything that breaks. What stayed is what they cook with themselves. The shop is on Rua das Flores; the cat on the counter is called Panela.',
  },
  {
    name: 'Aldermill',
    city: 'Sheffield',
    country: 'GB',
    tagline: 'Edge tools and iron pans since 1894',
    icon: 'kitchen-knife',
    departments: ['kitchen', 'diy'],
    handlingDays: 2,
    story:
      'Fourteen people, two drop hammers and a grinding shop by the river. We make about nine thousand knives a year and answer for each of them. Send one back in thirty years and we will sharpen it.',
  },
  {
    name: 'Nordlys Living',
    city: 'Aarhus',
    country: 'DK',
    tagline: 'Light for long winters',
    icon: 'light-bulb',
    departments: ['home', 'garden', 'diy'],
    handlingDays: 2,
    story:
      'Where the sun sets at half past three one learns about lamps. We draw them, a workshop in Jutland spins and paints them, and nothing leaves that we would not hang at home.',
  },
  {
    name: 'Linnea Textil',
    city: 'Borås',
    country: 'SE',
    tagline: 'Linen and wool, woven next door',
    icon: 'yarn',
    departments: ['home', 'fashion', 'baby'],
    handlingDays: 2,
    story:
      'Three sisters and the looms of a mill that was about to close. The mill did not. We sell what it weaves, and what our aunts sew of it.',
  },
  {
    name: 'Fjell & Fell',
    city: 'Bergen',
    country: 'NO',
    tagline: 'Tested where it rains 240 days a year',
    icon: 'hiking-boot',
    departments: ['sport', 'fashion', 'pets'],
    handlingDays: 1,
    story:
      'We started by mending tents for people who had bought the wrong one. The mending bench is still the middle of the shop, and the shelf around it is small: one good thing of each kind.',
  },
  {
    name: 'Harbour Goods',
    city: 'Galway',
    country: 'IE',
    tagline: 'Plain clothes, well made',
    icon: 'anchor',
    departments: ['fashion', 'books'],
    handlingDays: 2,
    story:
      'Jumpers from the islands, shirts from Donegal, boots from a cobbler who says he is retiring every Christmas. We photograph everything after a year of wear, because that is what you are buying.',
  },
  {
    name: 'Drip Lab',
    city: 'Berlin',
    country: 'DE',
    tagline: 'Roasted on Tuesday, drunk by Friday',
    icon: 'hot-beverage',
    departments: ['food', 'kitchen'],
    handlingDays: 1,
    story:
      'A roastery of eight kilos at a time in a courtyard in Neukölln. We buy from eleven farms, know what they are paid, and print it on the bag.',
  },
  {
    name: 'Fairwind Devices',
    city: 'Utrecht',
    country: 'NL',
    tagline: 'Electronics that open with a screwdriver',
    icon: 'mobile-phone',
    departments: ['electronics'],
    handlingDays: 1,
    story:
      'If you cannot open it, you do not own it. We sell devices with spare parts, and the spare parts, and the patience to explain how they go in.',
  },
  {
    name: 'Second Light',
    city: 'Leipzig',
    country: 'DE',
    tagline: 'Refurbished, checked, guaranteed',
    icon: 'recycling-symbol',
    departments: ['electronics', 'music'],
    handlingDays: 2,
    story:
      'Eleven technicians give used cameras, phones and laptops a second life of at least three years. Every device comes with the list of what was tested and what was changed.',
  },
  {
    name: 'Kvint Audio',
    city: 'Gothenburg',
    country: 'SE',
    tagline: 'Sound without fairy tales',
    icon: 'headphone',
    departments: ['electronics', 'music'],
    handlingDays: 2,
    story:
      'We measure what we sell and publish the curves. Often the cheaper one is better, and then we say so.',
  },
  {
    name: 'Finca Alta',
    city: 'Jaén',
    country: 'ES',
    tagline: 'Olives, almonds, honey and time',
    icon: 'olive',
    departments: ['food', 'garden'],
    handlingDays: 2,
    story:
      'A farm at nine hundred metres with four hundred trees that are older than the house. We press in October, within six hours, and sell until it is gone.',
  },
  {
    name: 'Bottega Vasi',
    city: 'Bologna',
    country: 'IT',
    tagline: 'What is in our own pantry',
    icon: 'spaghetti',
    departments: ['food'],
    handlingDays: 1,
    story:
      'Paola taught maths for thirty years and cooked for more. Now she tastes what forty small producers make and sells the twelve that she would give her children.',
  },
  {
    name: 'Botanica Sud',
    city: 'Marseille',
    country: 'FR',
    tagline: 'Soap from oil, lye and sun',
    icon: 'soap',
    departments: ['beauty', 'home'],
    handlingDays: 2,
    story:
      'The kettle holds four tons and takes ten days. Everything else we make follows the same recipe: few things, cooked slowly.',
  },
  {
    name: 'Dr. Alm',
    city: 'Zurich',
    country: 'CH',
    tagline: 'Skincare by a dermatologist who reads labels',
    icon: 'lotion-bottle',
    departments: ['beauty', 'baby'],
    handlingDays: 2,
    story:
      'After twenty years of consultations about creams that made things worse, the practice began to mix its own. Each has a leaflet with the studies, also those that found nothing.',
  },
  {
    name: 'Stadtgrün',
    city: 'Vienna',
    country: 'AT',
    tagline: 'Gardens for window sills',
    icon: 'potted-plant',
    departments: ['garden', 'pets'],
    handlingDays: 1,
    story:
      'Two landscape architects without a garden between them. We grow on a roof in Ottakring and send plants on Mondays, so that they do not spend the weekend in a van.',
  },
];
