'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import {
  acknowledgePrices,
  addToCart as putInCart,
  changeQuantity,
  listCartCurrencies,
  removeLine,
  setCartCurrency,
  setPromotionCode,
  setSavedForLater,
} from '@/lib/carts';
import { defineAction } from '@/lib/http';
import { localePath } from '@/lib/i18n';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import {
  addInput,
  currencyInput,
  lineInput,
  promotionInput,
  quantityInput,
  saveInput,
  WRITES,
} from './cart-input';
import { cartOwnerOf, openCartOwner } from './cart-owner';

/** For browsers without JavaScript, which the basket answers; the others ask `/api/cart`. */
export const addToCart = defineAction({
  name: 'cart.add',
  policy: 'public',
  input: addInput,
  rateLimit: WRITES,
  handler: async ({ db, actor, locale, input }) => {
    const added = await putInCart(db, await openCartOwner(actor), input);
    return added.ok ? redirect(localePath(locale, '/cart')) : added;
  },
});

export const changeLineQuantity = defineAction({
  name: 'cart.change-quantity',
  policy: 'public',
  input: quantityInput,
  rateLimit: WRITES,
  handler: async ({ db, actor, input: { lineId, quantity } }) => {
    const owner = cartOwnerOf(actor);
    return owner ? shown(await changeQuantity(db, owner, lineId, quantity)) : refuse('not_found');
  },
});

export const removeFromCart = defineAction({
  name: 'cart.remove',
  policy: 'public',
  input: lineInput,
  rateLimit: WRITES,
  handler: async ({ db, actor, input: { lineId } }) => {
    const owner = cartOwnerOf(actor);
    return owner ? shown(await removeLine(db, owner, lineId)) : refuse('not_found');
  },
});

export const saveForLater = defineAction({
  name: 'cart.save-for-later',
  policy: 'public',
  input: saveInput,
  rateLimit: WRITES,
  handler: async ({ db, actor, input: { lineId, saved } }) => {
    const owner = cartOwnerOf(actor);
    return owner ? shown(await setSavedForLater(db, owner, lineId, saved)) : refuse('not_found');
  },
});

/** Whether the code counts is part of every quote; here it is only remembered. */
export const applyPromotion = defineAction({
  name: 'cart.apply-promotion',
  policy: 'public',
  input: promotionInput,
  // Codes could be guessed.
  rateLimit: { limit: 20, windowSeconds: 600, by: 'ip', failClosed: true },
  handler: async ({ db, actor, input: { code } }) => {
    const owner = cartOwnerOf(actor);
    if (!owner) return refuse('cart_empty');
    await setPromotionCode(db, owner, code);
    refresh();
    return ok(undefined);
  },
});

export const removePromotion = defineAction({
  name: 'cart.remove-promotion',
  policy: 'public',
  input: z.object({}),
  handler: async ({ db, actor }) => {
    const owner = cartOwnerOf(actor);
    if (owner) await setPromotionCode(db, owner, null);
    refresh();
    return ok(undefined);
  },
});

/** Only currencies in which everything in the basket has a price of its own are offered, and taken. */
export const chooseCurrency = defineAction({
  name: 'cart.choose-currency',
  policy: 'public',
  input: currencyInput,
  rateLimit: WRITES,
  handler: async ({ db, actor, input: { currency } }) => {
    const owner = cartOwnerOf(actor);
    if (!owner) return refuse('cart_empty');
    const known = await listCartCurrencies(db, owner);
    if (!known.includes(currency)) return refuse('offer_not_in_currency', { currency });
    await setCartCurrency(db, owner, currency);
    refresh();
    return ok(undefined);
  },
});

/** The buyer has read what changed. */
export const acknowledgeChanges = defineAction({
  name: 'cart.acknowledge-changes',
  policy: 'public',
  input: z.object({}),
  handler: async ({ db, actor }) => {
    const owner = cartOwnerOf(actor);
    if (owner) await acknowledgePrices(db, owner);
    refresh();
    return ok(undefined);
  },
});

/** The page shows what came of it without being asked for again. */
function shown<T, E extends string>(result: Result<T, E>): Result<T, E> {
  refresh();
  return result;
}
