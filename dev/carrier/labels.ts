import { randomBytes, randomInt } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { renderPdf } from '@/lib/platform/pdf';

const address = z.object({
  name: z.string().min(1),
  street1: z.string(),
  street2: z.string(),
  city: z.string(),
  state: z.string(),
  zip: z.string(),
  country: z.string().length(2),
  phone: z.string(),
});

/** What one asks for, as EasyPost documents it (docs.easypost.com/docs/shipments). */
export const wantedShipment = z.object({
  shipment: z.object({
    from_address: address,
    to_address: address,
    parcel: z.object({ weight: z.number().positive() }),
    options: z.object({ label_format: z.literal('PDF') }),
  }),
});

const rate = z.object({
  id: z.string(),
  object: z.literal('Rate'),
  carrier: z.string(),
  service: z.string(),
  rate: z.string(),
  currency: z.string(),
});

const labelled = z.object({
  id: z.string(),
  object: z.literal('Shipment'),
  created_at: z.string(),
  from_address: address,
  to_address: address,
  rates: z.array(rate),
  selected_rate: rate.nullable(),
  tracking_code: z.string().nullable(),
  postage_label: z.object({ object: z.literal('PostageLabel'), label_url: z.string() }).nullable(),
});

export type LabelledShipment = z.infer<typeof labelled>;

const PRICES: readonly (readonly [service: string, prices: Readonly<Record<string, string>>])[] = [
  ['Express', { EUR: '9.90', USD: '10.90', GBP: '8.90', JPY: '1600', KWD: '3.300' }],
  ['Ground', { EUR: '4.90', USD: '5.40', GBP: '4.20', JPY: '800', KWD: '1.600' }],
];

/** Shipments whose labels the carrier sells, each a JSON file. */
export class LabelDesk {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = path.join(folder, 'labels');
  }

  async make({ shipment }: z.infer<typeof wantedShipment>, now: Date): Promise<LabelledShipment> {
    const { from_address, to_address } = shipment;
    const made: LabelledShipment = {
      id: `shp_${randomBytes(16).toString('hex')}`,
      object: 'Shipment',
      created_at: now.toISOString(),
      from_address,
      to_address,
      rates: PRICES.flatMap(([service, prices]) =>
        Object.entries(prices).map(([currency, price]) => ({
          id: `rate_${randomBytes(16).toString('hex')}`,
          object: 'Rate' as const,
          carrier: 'Sandbox',
          service,
          rate: price,
          currency,
        })),
      ),
      selected_rate: null,
      tracking_code: null,
      postage_label: null,
    };
    await this.#keep(made);
    return made;
  }

  async get(id: string): Promise<LabelledShipment | null> {
    if (!/^shp_[0-9a-f]{32}$/.test(id)) return null;
    const text = await readFile(this.#fileOf(id), 'utf8').catch(() => null);
    return text === null ? null : labelled.parse(JSON.parse(text));
  }

  /** Sells the label at one of its rates; null when it is sold already or has no such rate. */
  async sell(unsold: LabelledShipment, rateId: string, baseUrl: string): Promise<LabelledShipment | null> {
    const selected = unsold.rates.find(({ id }) => id === rateId);
    if (!selected || unsold.postage_label) return null;
    const sold: LabelledShipment = {
      ...unsold,
      selected_rate: selected,
      tracking_code: `SBX${String(randomInt(1e12)).padStart(12, '0')}`,
      postage_label: { object: 'PostageLabel', label_url: `${baseUrl}/labels/${unsold.id}` },
    };
    await this.#keep(sold);
    return sold;
  }

  #fileOf(id: string): string {
    return path.join(this.#folder, `${id}.json`);
  }

  async #keep(shipment: LabelledShipment): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const file = this.#fileOf(shipment.id);
    await writeFile(`${file}.unfinished`, JSON.stringify(shipment));
    await rename(`${file}.unfinished`, file);
  }
}

/** What is printed and stuck on the parcel. */
export function drawLabel({ from_address, to_address, ...label }: LabelledShipment): Promise<Buffer> {
  const lines = (of: typeof from_address) =>
    [of.name, of.street1, of.street2, `${of.zip} ${of.city}`, of.state, of.country].filter(Boolean);
  return renderPdf({
    title: `Parcel ${label.tracking_code ?? ''}`,
    language: 'en',
    blocks: [
      {
        kind: 'columns',
        columns: [
          { title: 'From', lines: lines(from_address) },
          { title: 'To', lines: lines(to_address) },
        ],
      },
      {
        kind: 'facts',
        facts: [
          { label: 'Service', value: label.selected_rate?.service ?? '' },
          { label: 'Tracking number', value: label.tracking_code ?? '', strong: true },
        ],
      },
      { kind: 'text', text: 'Postage is paid. Print this and stick it on the parcel.' },
    ],
    foot: 'Sandbox carrier: no parcel goes anywhere with it',
    pageLabel: (page, pages) => `Page ${page} of ${pages}`,
    createdAt: new Date(label.created_at),
  });
}
