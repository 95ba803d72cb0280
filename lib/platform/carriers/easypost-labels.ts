import { z } from 'zod';
import { parseAmount, type Currency } from '@/lib/kernel/money';
import type { EasyPostCall } from './easypost-call';
import type { CarrierPort, PostalAddress } from './port';

/** Nobody knows what goods weigh before they are on the scales: two kilograms, in ounces. */
const WEIGHT_OUNCES = 70.5;

const TIMEOUT_MS = 10_000;

const rate = z.object({ id: z.string(), carrier: z.string(), rate: z.string(), currency: z.string() });

const shipment = z.object({
  id: z.string(),
  rates: z.array(rate),
  tracking_code: z.string().nullish(),
  selected_rate: rate.nullish(),
  postage_label: z.object({ label_url: z.url() }).nullish(),
});

type Shipment = z.infer<typeof shipment>;

/** EasyPost's shipments (docs.easypost.com/docs/shipments): made with all rates, then bought at one of them. */
export function easyPostLabels(call: EasyPostCall): Pick<CarrierPort, 'prepareLabel' | 'buyLabel'> {
  const ask = async (...asked: Parameters<EasyPostCall>) => shipment.parse(await call(...asked));
  return {
    prepareLabel: async ({ from, to }) => {
      const made = await ask('POST', '/v2/shipments', {
        shipment: {
          from_address: toAddress(from),
          to_address: toAddress(to),
          parcel: { weight: WEIGHT_OUNCES },
          options: { label_format: 'PDF' },
        },
      });
      return made.id;
    },
    buyLabel: async (labelId, currency) => {
      const path = `/v2/shipments/${encodeURIComponent(labelId)}`;
      const known = await ask('GET', path);
      if (known.postage_label) return toLabel(known, currency);
      const cheapest = cheapestIn(known, currency);
      if (!cheapest) return null;
      return toLabel(await ask('POST', `${path}/buy`, { rate: { id: cheapest.id } }), currency);
    },
  };
}

function toAddress({ name, line1, line2, city, region, postalCode, country, phone }: PostalAddress) {
  return { name, street1: line1, street2: line2, city, state: region, zip: postalCode, country, phone };
}

function cheapestIn({ rates }: Shipment, currency: Currency) {
  return rates
    .flatMap((each) => {
      const amountMinor = each.currency === currency ? parseAmount(each.rate, currency) : null;
      return amountMinor === null ? [] : [{ id: each.id, amountMinor }];
    })
    .toSorted((a, b) => a.amountMinor - b.amountMinor)[0];
}

async function toLabel({ id, selected_rate, tracking_code, postage_label }: Shipment, currency: Currency) {
  const amountMinor = parseAmount(selected_rate?.rate ?? '', currency);
  if (!selected_rate || amountMinor === null || !tracking_code || !postage_label) {
    throw new Error(`Label ${id} was bought and is not complete`);
  }
  const response = await fetch(postage_label.label_url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`The file of label ${id} was answered with ${response.status}`);
  return {
    carrier: selected_rate.carrier,
    trackingNumber: tracking_code,
    price: { amountMinor, currency },
    pdf: Buffer.from(await response.arrayBuffer()),
  };
}
