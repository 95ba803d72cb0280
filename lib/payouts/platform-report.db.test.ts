import { expect, it } from 'vitest';
import { getSellerBalances } from '@/lib/ledger';
import { saveBusiness } from '@/lib/sellers';
import { deliveredOrder, paidSeller, refundDelivered } from '@/tests/support/seller-money';
import { shopWithBooks } from '@/tests/support/shop-with-books';
import { getPlatformReport, platformReportCsv } from '.';

const shop = await shopWithBooks();
const { db } = shop;

it('tells of each seller what it was credited, for how many sales, and what was kept', async () => {
  const sellerId = await paidSeller(shop);
  await saveBusiness(db, sellerId, {
    ...{ legalName: '=Shop GmbH', line1: 'Markt 1', line2: '', postalCode: '04109', city: 'Leipzig' },
    ...{ region: '', country: 'DE', vatId: 'DE123456789' },
  });
  await deliveredOrder(shop, sellerId, [2]);
  await deliveredOrder(shop, sellerId, [1]);
  await refundDelivered(shop, await deliveredOrder(shop, sellerId, [3]));

  const year = new Date().getUTCFullYear();
  const lines = (await getPlatformReport(db, year)).filter((line) => line.sellerId === sellerId);
  const [balance] = await getSellerBalances(db, sellerId);
  const { pendingMinor, availableMinor, reservedMinor, payingOutMinor } = balance!;
  expect(lines).toMatchObject([
    {
      ...{ legalName: '=Shop GmbH', address: 'Markt 1, 04109 Leipzig', country: 'DE', sales: 3 },
      consideration: {
        amountMinor: pendingMinor + availableMinor + reservedMinor + payingOutMinor,
        currency: 'EUR',
      },
    },
  ]);
  expect(lines[0]!.fees.amountMinor).toBeGreaterThan(0);
  expect(platformReportCsv(lines)).toContain("'=Shop GmbH");
  expect(await getPlatformReport(db, year - 1)).toEqual([]);
});
