'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { typedAmount } from '../../typed-amount';
import { COUNTRY_CODES } from '@/lib/customers/model';
import { DESK, defineAction } from '@/lib/http';
import { parsePublicId } from '@/lib/kernel/ids';
import { DEFAULT_MARKET } from '@/lib/kernel/market';
import { ok, type Result } from '@/lib/kernel/result';
import {
  COUNTRY_GROUPS,
  endHoliday,
  planHoliday,
  removeShippingZone,
  saveHandlingDays,
  saveShippingZone,
} from '@/lib/sellers';

const { currency } = DEFAULT_MARKET;

const noAmount = z.literal('').transform(() => null);

const days = z.coerce.number().int().min(0).max(60);

const rate = z
  .object({ price: typedAmount, freeFrom: z.union([noAmount, typedAmount]), minDays: days, maxDays: days })
  .refine(({ minDays, maxDays }) => minDays <= maxDays, { path: ['maxDays'] });

/** A rate's fields count only when its box is ticked. */
const offered = z.object({ offered: z.literal('on') });

/** A form sends one ticked box as a text, several as a list, none not at all. */
const ticked = <T extends z.ZodType<string>>(one: T) =>
  z
    .union([one, z.array(one)])
    .optional()
    .transform((values) => (values === undefined ? [] : [values].flat()));

const zoneId = z.union([
  z.literal('rest'),
  z
    .string()
    .transform((text) => parsePublicId('zon', text))
    .pipe(z.uuid()),
]);

export const saveHandling = defineAction({
  name: 'seller.save-handling',
  policy: DESK.changeShipping,
  input: z.object({ handlingDays: days }),
  handler: async ({ db, seller, input }): Promise<Result<void, never>> => {
    await saveHandlingDays(db, { sellerId: seller.sellerId, ...input });
    refresh();
    return ok(undefined);
  },
});

export const saveZone = defineAction({
  name: 'seller.save-zone',
  policy: DESK.changeShipping,
  input: z.object({
    zoneId: z.union([z.literal('').transform(() => null), zoneId]),
    name: z.string().trim().max(60),
    groups: ticked(z.enum(['eu', 'europe', 'america', 'others'])),
    countries: ticked(z.string().refine((code) => COUNTRY_CODES.includes(code), 'country')),
    standard: rate,
    express: z.preprocess((fields) => (offered.safeParse(fields).success ? fields : null), rate.nullable()),
  }),
  handler: async ({ db, seller, input: { groups, countries, standard, express, ...zone } }) =>
    shown(
      await saveShippingZone(db, {
        ...zone,
        sellerId: seller.sellerId,
        countries: [...new Set([...groups.flatMap((group) => COUNTRY_GROUPS[group]), ...countries])],
        currency,
        rates: [wantedRate('standard', standard), ...(express ? [wantedRate('express', express)] : [])],
      }),
    ),
});

export const removeZone = defineAction({
  name: 'seller.remove-zone',
  policy: DESK.changeShipping,
  input: z.object({ zoneId }),
  handler: async ({ db, seller, input }) =>
    shown(await removeShippingZone(db, { sellerId: seller.sellerId, ...input })),
});

function wantedRate(
  code: 'standard' | 'express',
  { price, freeFrom, minDays, maxDays }: z.output<typeof rate>,
) {
  return { code, priceMinor: price, freeFromMinor: freeFrom, minDays, maxDays };
}

/** The page shows what came of it without being asked for again. */
function shown<T, E extends string>(result: Result<T, E>): Result<T, E> {
  if (result.ok) refresh();
  return result;
}

export const planHolidayAction = defineAction({
  name: 'seller.plan-holiday',
  policy: DESK.changeShipping,
  input: z.object({ from: z.iso.date(), until: z.iso.date() }),
  handler: async ({ db, seller, clock, input }) => {
    const planned = await planHoliday(db, { ...input, sellerId: seller.sellerId, now: clock() });
    if (planned.ok) refresh();
    return planned;
  },
});

export const endHolidayAction = defineAction({
  name: 'seller.end-holiday',
  policy: DESK.changeShipping,
  input: z.object({}),
  handler: async ({ db, seller }) => {
    const ended = await endHoliday(db, seller.sellerId);
    if (ended.ok) refresh();
    return ended;
  },
});
