import { expect, test } from 'vitest';
import { clientIp } from './client-ip';

const from = (forwarded: string) => clientIp(new Headers({ 'x-forwarded-for': forwarded }));

test('believes the nearest proxy and not what the caller put before it', () => {
  expect(from('6.6.6.6, 10.0.0.1, 203.0.113.9')).toBe('203.0.113.9');
});

test('reads an IPv4 address in IPv6 clothes', () => {
  expect(from('::ffff:203.0.113.9')).toBe('203.0.113.9');
});

test.each([
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('counts the network of %s', (address, network) => expect(from(address)).toBe(network));

test('counts everybody without an address as one', () => {
  expect(clientIp(new Headers())).toBe('unknown');
});
