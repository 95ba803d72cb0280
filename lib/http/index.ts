/**
 * The door between requests and domains, for `app/` only: who is asking, what they may do, and how refusals
 * and faults are told.
 */
export { currentActor } from './actor';
export { chooseShop } from './chosen-shop';
export { clientIp } from './client-ip';
export { declarationOf, type Declaration } from './declared';
export { defineAction, type Action, type ActionContext } from './define-action';
export {
  API_RATE,
  apiOperationOf,
  defineApiRoute,
  IDEMPOTENCY_HEADER,
  type ApiOperation,
} from './define-api-route';
export { defineRoute, type RouteContext } from './define-route';
export type { Route } from './route-input';
export { defineSignedRoute } from './define-signed-route';
export { DESK, mayAtDesk } from './desk';
export { ERROR_STATUS, type ErrorCode, type WrapperError } from './errors';
export { guestOrderTokenIn, listGuestOrders, rememberGuestOrder } from './guest-orders';
export { ensureGuestToken, forgetGuestToken, hashGuestToken } from './guest-token';
export { isInternalCall, SIGNATURE_HEADER, signInternalCall } from '@/lib/platform/internal-signature';
export type { Policy } from './policy';
export { requirePage, type PageContext } from './require-page';
export { safeReturnPath, signInPath } from './return-path';
export { errorWords } from './words';
