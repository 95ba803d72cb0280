/** A guest's wishlist: ids of products in this browser, the newest first, until an account takes them over. */

const KEY = 'wishlist';

/** As many as one address can ask for, and fewer than an account may hold. */
export const MAX_GUEST_WISHES = 100;

let merging: Promise<boolean> | null = null;

export function guestWishes(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter((id) => typeof id === 'string').slice(0, MAX_GUEST_WISHES);
  } catch {
    return [];
  }
}

/** Answers what is wished for now. The oldest wish makes room when there are too many. */
export function wishAsGuest(productId: string, wanted: boolean): readonly string[] {
  const others = guestWishes().filter((id) => id !== productId);
  const wishes = wanted ? [productId, ...others].slice(0, MAX_GUEST_WISHES) : others;
  try {
    localStorage.setItem(KEY, JSON.stringify(wishes));
  } catch {
    // Wished for on this page only.
  }
  return wishes;
}

/**
 * Gives the wishes to the account that is signed in now, and forgets them here. Whether there were any; false
 * when they could not be given, and then they are still here.
 */
export function giveGuestWishes(): Promise<boolean> {
  merging ??= give().finally(() => {
    merging = null;
  });
  return merging;
}

async function give(): Promise<boolean> {
  const productIds = guestWishes();
  if (productIds.length === 0) return false;
  const response = await fetch('/api/wishlist', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ productIds }),
  });
  if (response.ok) localStorage.removeItem(KEY);
  return response.ok;
}
