import { cookies } from 'next/headers';
import { secureCookies } from './session-cookie';

/**
 * Orders a guest may open in this browser: one cookie an order, holding the token of its link. Set when the order is
 * placed or its mailed link is followed, so that the token does not stay in an address.
 */
const PREFIX = 'souk_order_';
const MAX_AGE_SECONDS = 180 * 24 * 3600;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The token this browser has for an order, or null. */
export async function guestOrderTokenIn(number: string): Promise<string | null> {
  const value = (await cookies()).get(PREFIX + number)?.value;
  return value && TOKEN.test(value) ? value : null;
}

/** Actions and routes only. */
export async function rememberGuestOrder(number: string, token: string): Promise<void> {
  (await cookies()).set(PREFIX + number, token, {
    httpOnly: true,
    secure: secureCookies(),
    sameSite: 'lax',
    path: '/',
    maxAge: MAX_AGE_SECONDS,
  });
}

/** Numbers and tokens of every guest order this browser has placed or opened. */
export async function listGuestOrders(): Promise<{ readonly number: string; readonly token: string }[]> {
  return (await cookies())
    .getAll()
    .filter(({ name, value }) => name.startsWith(PREFIX) && TOKEN.test(value))
    .map(({ name, value }) => ({ number: name.slice(PREFIX.length), token: value }));
}
