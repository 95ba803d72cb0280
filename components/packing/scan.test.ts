import { describe, expect, it } from 'vitest';
import type { LineToScan } from '@/lib/fulfilment/model';
import type { PartOnDevice } from './device';
import { matchCode, progressOf } from './scan';

const line = (lineId: string, of: Partial<LineToScan>): LineToScan => ({
  ...{ lineId, title: lineId, variantLabel: '', sellerSku: '', image: null, gtin: null, quantity: 1 },
  ...of,
});

const part = (
  orderNumber: string,
  lines: LineToScan[],
  scanned: Record<string, number> = {},
): PartOnDevice => ({
  ...{ sellerOrderId: `slo_${orderNumber}`, orderNumber, lines, scanned, turn: 0, keptAt: 0 },
});

const mug = line('mug', { gtin: '0012345678905', sellerSku: 'MUG-1', quantity: 2 });
const tea = line('tea', { gtin: '4006381333931', sellerSku: '7' });

describe('a code', () => {
  it.each(['0012345678905', '012345678905', '12345678905', ' 12345678905 ', 'mug-1', 'MUG-1'])(
    'is of the piece it names: %s',
    (code) => {
      expect(matchCode(part('A', [tea, mug], { mug: 1 }), [], code)).toEqual({
        kind: 'right',
        line: mug,
        scanned: { mug: 2 },
      });
    },
  );

  it('is one too many once all of its pieces are in', () => {
    expect(matchCode(part('A', [mug], { mug: 2 }), [], 'mug-1')).toEqual({ kind: 'too_many', line: mug });
  });

  it('goes on to the next line with the same label', () => {
    const again = { ...mug, lineId: 'again' };
    const match = matchCode(part('A', [mug, again], { mug: 2 }), [], 'mug-1');
    expect(match).toMatchObject({ kind: 'right', line: { lineId: 'again' } });
  });

  it('says which other order needs it, and only one that still does', () => {
    const full = part('B', [tea], { tea: 1 });
    const open = part('C', [tea]);
    expect(matchCode(part('A', [mug]), [full, open], '7')).toEqual({ kind: 'elsewhere', part: open });
    expect(matchCode(part('A', [mug]), [full], '7')).toEqual({ kind: 'unknown' });
  });

  it.each(['', '   ', '0', '99'])('that names nothing is unknown: "%s"', (code) => {
    const unnamed = line('unnamed', { gtin: null, sellerSku: '' });
    expect(matchCode(part('A', [unnamed, mug]), [], code)).toEqual({ kind: 'unknown' });
  });
});

it('progress counts pieces, not lines', () => {
  expect(progressOf(part('A', [mug, tea], { mug: 1 }))).toEqual({ done: 1, of: 3 });
});
