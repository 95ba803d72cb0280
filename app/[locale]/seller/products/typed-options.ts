import { z } from 'zod';
import { CONTENT_LIMITS } from '@/lib/catalog';

const typedOption = z
  .object({
    key: z.string().trim(),
    /** Separated by commas or lines. */
    values: z
      .string()
      .max(2000)
      .transform((text) => [
        ...new Set(
          text
            .split(/[,\n]/)
            .map((value) => value.trim())
            .filter(Boolean),
        ),
      ])
      .pipe(z.array(z.string().max(80)).max(CONTENT_LIMITS.valuesOfAxis)),
  })
  .transform(({ key, values }) => (key === '' || values.length === 0 ? null : { key, values }));

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** In what variants differ, as the form's numbered rows say it; a row without a name or without values is left out. */
export const typedOptions = z
  .record(z.string(), typedOption)
  .default({})
  .transform((rows) => Object.values(rows).filter((row) => row !== null))
  .pipe(z.array(z.object({ key, values: z.array(z.string()) })).max(CONTENT_LIMITS.axes))
  .refine((rows) => new Set(rows.map((row) => row.key)).size === rows.length);
