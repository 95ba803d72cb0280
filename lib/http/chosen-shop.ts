import { cookies } from 'next/headers';
import type { UserActor } from '@/lib/identity/model';
import { parsePublicId, publicId } from '@/lib/kernel/ids';
import { secureCookies } from './session-cookie';

/** The shop at whose desk somebody works who is a member of several. It proves nothing: memberships do. */
export const SHOP_COOKIE = 'souk_shop';

const MAX_AGE_SECONDS = 60 * 24 * 3600;

/** The actor with the chosen shop first. A choice that is none of theirs (any more) changes nothing. */
export function atChosenShop(actor: UserActor, cookie: string | undefined): UserActor {
  const sellerId = cookie === undefined ? null : parsePublicId('sel', cookie);
  const chosen = actor.memberships.find((membership) => membership.sellerId === sellerId);
  if (!chosen) return actor;
  const others = actor.memberships.filter((membership) => membership !== chosen);
  return { ...actor, memberships: [chosen, ...others] };
}

/** From the next request on this browser works at that shop's desk. Actions only. */
export async function chooseShop(sellerId: string): Promise<void> {
  (await cookies()).set(SHOP_COOKIE, publicId('sel', sellerId), {
    httpOnly: true,
    secure: secureCookies(),
    sameSite: 'lax',
    path: '/',
    maxAge: MAX_AGE_SECONDS,
  });
}
