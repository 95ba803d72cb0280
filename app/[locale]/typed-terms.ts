import { z } from 'zod';

/** A share as a person types it, `12.5` or `12,5`, in basis points: at most all of it. */
export const typedPercent = z
  .string()
  .trim()
  .regex(/^\d{1,3}([.,]\d{1,2})?$/, 'percent')
  .transform((text) => Math.round(Number(text.replace(',', '.')) * 100))
  .refine((basisPoints) => basisPoints <= 10_000, 'percent');

/** The beginning of a day, in UTC. */
export const typedDay = z.iso.date().transform((text) => new Date(`${text}T00:00:00Z`));

const A_DAY_MS = 24 * 3600 * 1000;

/** The end of a day, in UTC: the last one somebody means counts whole. */
export const typedLastDay = typedDay.transform((day) => new Date(day.getTime() + A_DAY_MS));

/** What may stay empty: null then. */
export function orNothing<T extends z.ZodType>(schema: T) {
  return z.union([z.literal('').transform(() => null), schema]).default(null);
}
