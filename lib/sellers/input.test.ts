import { describe, expect, it } from 'vitest';
import { businessInput } from './input';

const business = { legalName: 'Kiln GmbH', line1: 'Long Street 1', postalCode: '10115', city: 'Berlin' };

describe('a VAT number', () => {
  it.each([
    ['DE', 'de 123 456 789', 'DE123456789'],
    ['GR', 'EL123456789', 'EL123456789'],
    ['AT', 'ATU12345678', 'ATU12345678'],
    ['CH', 'CHE-123.456.789', 'CHE123456789'],
    ['US', '', ''],
  ])('of %s is read from %j', (country, vatId, read) =>
    expect(businessInput.parse({ ...business, country, vatId }).vatId).toBe(read),
  );

  it.each([
    ['DE', '123456789'],
    ['DE', 'FR123456789'],
    ['GR', 'GR123456789'],
    ['FR', 'FR1234567890123'],
    ['DE', 'DE<b>'],
    ['CH', 'a'],
  ])('of %s is not %j', (country, vatId) =>
    expect(businessInput.safeParse({ ...business, country, vatId }).error?.issues).toMatchObject([
      { path: ['vatId'], message: 'vat_id' },
    ]),
  );
});
