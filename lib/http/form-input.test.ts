import { expect, test } from 'vitest';
import { formToInput, typedValues } from './form-input';

function form(...fields: readonly (readonly [string, string])[]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

test('dots nest and repeated names become lists', () => {
  expect(
    formToInput(
      form(
        ['email', 'a@b.c'],
        ['address.city', 'Porto'],
        ['address.line1', 'Rua 1'],
        ['tag', 'x'],
        ['tag', 'y'],
      ),
    ),
  ).toEqual({ email: 'a@b.c', address: { city: 'Porto', line1: 'Rua 1' }, tag: ['x', 'y'] });
});

test('names that reach for prototypes, and fields of the framework, are dropped', () => {
  const input = formToInput(
    form(
      ['__proto__.admin', '1'],
      ['constructor.prototype.admin', '1'],
      ['$ACTION_ID_1', ''],
      ['a..b', '1'],
      ['ok', '1'],
    ),
  );
  expect(input).toEqual({ ok: '1' });
  expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
});

test('a text where a group was expected is replaced, not extended', () => {
  expect(formToInput(form(['a', '1'], ['a.b', '2']))).toEqual({ a: { b: '2' } });
});

test('what was typed comes back, secrets and novels do not', () => {
  expect(
    typedValues(
      form(
        ['email', 'a@b.c'],
        ['password', 'x'],
        ['currentPassword', 'x'],
        ['token', 'x'],
        ['$ACTION_KEY', 'x'],
        ['story', 'x'.repeat(6000)],
      ),
    ),
  ).toEqual({ email: 'a@b.c' });
});
