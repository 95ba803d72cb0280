import { z } from 'zod';
import { parsePublicId } from '@/lib/kernel/ids';

/** How many of which line somebody chose, as `ChoosePieces` sends it; lines with none are left out. */
export const chosenPieces = z
  .record(
    z
      .string()
      .transform((text) => parsePublicId('oln', text))
      .pipe(z.uuid()),
    z.coerce.number().int().min(0).max(1_000_000),
  )
  .transform((lines) =>
    Object.entries(lines)
      .map(([orderLineId, quantity]) => ({ orderLineId, quantity }))
      .filter(({ quantity }) => quantity > 0),
  );
