import { expect, test } from 'vitest';
import { isInternalCall, signInternalCall } from './internal-signature';

const now = new Date('2026-11-22T12:00:00Z');
const body = '{"tags":["product:1"]}';
const signature = signInternalCall(body, now);
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

test('our own call is known for a minute', () => {
  expect(isInternalCall(signature, body, now)).toBe(true);
  expect(isInternalCall(signature, body, later(59))).toBe(true);
});

test.each([
  ['an old call', signature, body, later(61)],
  ['a call from the future', signature, body, later(-61)],
  ['another body', signature, `${body} `, now],
  ['another time under the same signature', signature.replace(/t=\d+/, 't=1795348801'), body, now],
  ['no signature', null, body, now],
  ['an empty signature', 't=1,v1=', body, now],
  ['a signature that is not hexadecimal', `t=1795348800,v1=${'z'.repeat(64)}`, body, now],
])('%s is refused', (_, header, text, at) => expect(isInternalCall(header, text, at)).toBe(false));
