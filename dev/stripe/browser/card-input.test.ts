import { describe, expect, it } from 'vitest';
import {
  brandOf,
  expiryProblem,
  formatExpiry,
  formatNumber,
  numberProblem,
  securityCodeProblem,
} from './card-input';

describe('a typed card number', () => {
  it.each([
    ['4242424242424242', '4242 4242 4242 4242', 'visa'],
    ['42424-2x', '4242 42', 'visa'],
    ['378282246310005', '3782 822463 10005', 'amex'],
    ['5555555555554444999', '5555 5555 5555 4444', 'mastercard'],
  ])('%s reads %s', (typed, shown, brand) => {
    expect(formatNumber(typed)).toBe(shown);
    expect(brandOf(shown)).toBe(brand);
  });

  it('is called incomplete before it is called wrong', () => {
    expect(numberProblem('4242 4242')).toContain('incomplete');
    expect(numberProblem('4242 4242 4242 4241')).toContain('invalid');
    expect(numberProblem('3782 822463 10005')).toBeNull();
  });
});

describe('a typed expiry', () => {
  it.each([
    ['1', '1'],
    ['12', '12 / '],
    ['5', '05 / '],
    ['1/3', '01 / 3'],
    ['1234', '12 / 34'],
    ['122034', '12 / 34'],
    ['12 / 2', '12 / 2'],
    ['1220', '12 / 20'],
  ])('%s reads %s', (typed, shown) => {
    expect(formatExpiry(typed)).toBe(shown);
  });

  it('must be a month that has not passed', () => {
    const today = new Date('2026-11-22T12:00:00Z');
    expect(expiryProblem('11 / 26', today)).toBeNull();
    expect(expiryProblem('10 / 26', today)).toContain('past');
    expect(expiryProblem('13 / 30', today)).toContain('month');
    expect(expiryProblem('12 / ', today)).toContain('incomplete');
  });
});

it('a security code has three digits, four on an American Express', () => {
  expect(securityCodeProblem('123', 'visa')).toBeNull();
  expect(securityCodeProblem('123', 'amex')).toContain('incomplete');
});
