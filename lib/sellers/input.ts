import { z } from 'zod';

const text = (longest: number) => z.string().trim().max(longest);

export const applicationInput = z.object({
  name: text(60).min(3),
  tagline: text(120).default(''),
  story: text(3000).min(20),
  city: text(100).min(1),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'country'),
});
