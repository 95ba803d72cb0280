import { applyBasisPoints, BASIS_POINTS, currencyExponent, type Currency } from '@/lib/kernel/money';
import { demoShare } from './demo-choice';
import type { PriceRule, StockRule } from './mapping';
import { readNumber, readText, type Row } from './row';

export type RowPrice = { readonly currency: Currency; readonly priceMinor: number };

/** Dearer is a mistake in the file. */
const MAX_PRICE_MINOR = 100_000_000;

/** What a row costs by a rule; null when it names no price. Throws `RangeError` for a price that cannot be. */
export function priceOf(rule: PriceRule, row: Row, productKey: string, sellerKey: string): RowPrice | null {
  const priceMinor =
    rule.kind === 'field'
      ? readPrice(rule, row)
      : demoPrice(rule, readText(row, rule.rangeField), productKey, sellerKey);
  if (priceMinor === null) return null;
  if (priceMinor <= 0 || priceMinor > MAX_PRICE_MINOR)
    throw new RangeError(`price ${priceMinor} is out of range`);
  return { currency: rule.currency, priceMinor };
}

type FieldRule = Extract<PriceRule, { kind: 'field' }>;
type DemoRule = Extract<PriceRule, { kind: 'demo' }>;

function readPrice(rule: FieldRule, row: Row): number | null {
  const value = readNumber(row, rule.field);
  // Files say 0 for "not sold" as often as they leave the field out.
  if (value === null || value === 0) return null;
  const scale = rule.unit === 'major' ? 10 ** currencyExponent(rule.currency) : 1;
  return applyBasisPoints(Math.round(value * scale), rule.rateBasisPoints);
}

/** Cheap products are more common than dear ones, so the range is crossed in proportions. */
function demoPrice(rule: DemoRule, rangeName: string, productKey: string, sellerKey: string): number {
  const range = rule.rangesMinor[rangeName];
  if (!range) throw new RangeError(`no price range for "${rangeName}"`);
  const [low, high] = range;
  const base = low * (high / low) ** demoShare('price', productKey);
  const swing = Math.round((2 * demoShare('price', productKey, sellerKey) - 1) * rule.spreadBasisPoints);
  return applyBasisPoints(Math.round(base), BASIS_POINTS + swing);
}

export function stockOf(rule: StockRule, row: Row, productKey: string, sellerKey: string): number {
  if (rule.kind === 'fixed') return rule.quantity;
  if (rule.kind === 'demo') {
    return rule.min + Math.floor(demoShare('stock', productKey, sellerKey) * (rule.max - rule.min + 1));
  }
  const quantity = readNumber(row, rule.field) ?? 0;
  if (!Number.isInteger(quantity) || quantity < 0)
    throw new RangeError(`stock ${quantity} is not a quantity`);
  return quantity;
}
