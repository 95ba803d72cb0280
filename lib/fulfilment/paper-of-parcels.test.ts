import { describe, expect, it } from 'vitest';
import type { LineToPack, PartToPack } from '@/lib/orders/model';
import { renderLabels, renderPdf } from '@/lib/platform/pdf';
import { addressLabel, packingSlip, pickList } from '.';

const line = (sellerSku: string, quantity: number): LineToPack => ({
  lineId: `line ${sellerSku}`,
  variantId: `variant ${sellerSku}`,
  packed: 0,
  offerId: `offer ${sellerSku}`,
  title: `Thing ${sellerSku}`,
  variantLabel: 'Sage, M',
  sellerSku,
  image: null,
  quantity,
});

const part = (orderNumber: string, ...lines: LineToPack[]): PartToPack => ({
  sellerOrderId: orderNumber,
  orderNumber,
  status: 'to_ship',
  placedAt: '2026-11-01T10:00:00.000Z',
  address: {
    recipient: 'Żółw Σία',
    line1: 'Some Street 1',
    line2: '',
    city: 'Łódź',
    region: '',
    postalCode: '90-001',
    country: 'PL',
    phone: '+48 1',
  },
  lines,
});

describe('a pick list', () => {
  it('has each offer once, with all its pieces and the orders they are for, in the order of the shelves', () => {
    const list = pickList([
      part('A', line('K-10', 2), line('K-9', 1)),
      part('B', line('K-10', 3)),
      part('C', line('B-1', 1)),
    ]);
    expect(list.map(({ sellerSku, quantity, orderNumbers }) => [sellerSku, quantity, orderNumbers])).toEqual([
      ['B-1', 1, ['C']],
      ['K-9', 1, ['A']],
      ['K-10', 5, ['A', 'B']],
    ]);
  });

  it('holds nothing for no orders', () => {
    expect(pickList([])).toEqual([]);
  });
});

describe('a packing slip', () => {
  const slip = packingSlip(part('A', line('K-9', 1), line('K-10', 2)), {
    shop: 'Some shop',
    locale: 'en',
    now: new Date('2026-11-02T10:00:00Z'),
  });
  const text = JSON.stringify(slip.blocks);

  it('says what goes where, and neither a price nor the telephone of who gets it', async () => {
    for (const said of ['Żółw Σία', '90-001 Łódź', 'Poland', 'Order A', 'K-9', 'K-10'])
      expect(text).toContain(said);
    expect(text).not.toContain('€');
    expect(text).not.toContain('+48');
  });

  it('is a paper document', async () => {
    expect((await renderPdf(slip)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('an address label', () => {
  const sender = {
    name: 'Some shop',
    line1: 'Way 2',
    line2: '',
    postalCode: '10115',
    city: 'Berlin',
    country: 'DE',
  };
  const label = addressLabel(part('A'), sender, 'en');

  it('says from whom, to whom and which order, and nobody’s telephone', () => {
    expect(label).toEqual({
      from: ['Some shop', 'Way 2', '10115 Berlin', 'Germany'],
      to: ['Żółw Σία', 'Some Street 1', '90-001 Łódź', 'POLAND'],
      reference: 'Order A',
    });
  });

  it('leaves out what nobody said of the sender', () => {
    const nobody = { name: 'Some shop', line1: '', line2: '', postalCode: '', city: '', country: '' };
    expect(addressLabel(part('A'), nobody, 'en').from).toEqual(['Some shop']);
  });

  it('is a page each, however long an address is', async () => {
    const long = {
      ...label,
      to: [...label.to, 'x'.repeat(200), ...Array.from({ length: 30 }, () => 'Line')],
    };
    const file = await renderLabels({
      title: 'Labels',
      language: 'en',
      createdAt: new Date('2026-11-02T10:00:00Z'),
      labels: [label, long],
    });
    expect(file.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
  });
});
