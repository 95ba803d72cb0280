/**
 * The one table of everything a person can be refused for. Each code has an HTTP status here and words in
 * `lib/i18n/messages/<locale>/errors.json` under the same name; handlers can return no code that is not
 * here (the type forbids it) and a test sees to the words.
 */
export const ERROR_STATUS = {
  // Any request
  fault: 500,
  invalid_input: 422,
  malformed_request: 400,
  body_too_large: 413,
  sign_in_required: 401,
  session_ended: 401,
  forbidden_origin: 403,
  bad_signature: 401,
  not_found: 404,
  too_many_requests: 429,
  try_later: 503,
  conflict: 409,
  not_allowed_now: 409,

  // Programs of sellers
  api_key_invalid: 401,
  api_scope_missing: 403,
  idempotency_key_reused: 409,
  idempotency_key_malformed: 400,
  too_many_keys: 409,
  webhook_address_closed: 422,
  too_many_endpoints: 409,

  // Signing in and accounts
  wrong_credentials: 401,
  wrong_password: 422,
  email_unverified: 409,
  password_too_common: 422,
  link_invalid: 410,
  provider_unavailable: 503,
  provider_email_unverified: 409,
  account_locked: 403,
  address_limit_reached: 409,
  wishlist_full: 409,

  // Selling
  already_applied: 409,
  slug_taken: 409,
  seller_not_approved: 409,
  already_member: 409,
  already_invited: 409,
  last_owner: 409,
  holiday_over: 422,
  holiday_too_long: 422,
  invited_as_other: 409,
  already_registered: 409,
  zone_overlap: 409,
  last_zone: 409,
  offer_exists: 409,
  gtin_invalid: 422,
  attribute_wrong: 422,
  too_many_variants: 422,
  document_too_large: 422,
  document_unreadable: 422,
  mapping_incomplete: 422,
  sheet_too_large: 422,
  photo_unreadable: 422,
  too_many_photos: 409,
  return_over: 409,
  too_many_documents: 409,
  picture_too_large: 422,
  film_too_large: 422,
  too_many_pictures: 422,
  draft_in_review: 409,
  draft_incomplete: 409,

  // Carts and checkout
  cart_empty: 409,
  cart_full: 409,
  offer_unavailable: 409,
  offer_not_in_currency: 409,
  out_of_stock: 409,
  not_enough_stock: 409,
  quantity_limit: 422,
  stock_below_reserved: 409,
  price_changed: 409,
  quote_expired: 409,
  delivery_unavailable: 422,
  tax_place_unknown: 422,
  promotion_unknown: 422,
  promotion_expired: 409,
  promotion_not_applicable: 409,
  promotion_used_up: 409,
  promotion_already_used: 409,
  promotion_below_minimum: 409,
  promotion_outdone: 409,
  promotion_code_taken: 409,
  sale_not_lower: 422,
  sale_open: 409,
  promotion_without_goods: 422,
  promotion_limit_too_low: 422,
  promotion_limit_not_possible: 422,
  amount_too_small: 422,
  address_invalid: 422,
  own_offer: 409,
  own_shop: 409,

  // Payment
  payment_failed: 402,
  payment_declined: 402,
  payment_processing: 409,
  payment_already_made: 409,
  amount_mismatch: 409,

  // Payouts
  payout_account_incomplete: 409,
  payout_frozen: 409,
  payout_nothing_due: 409,

  // Commission
  commission_rule_overlaps: 409,
  commission_scope_unknown: 422,
  commission_scope_empty: 422,

  // Orders
  illegal_transition: 409,
  already_shipped: 409,
  already_cancelled: 409,
  return_not_delivered: 409,
  return_above_shipped: 409,
  return_window_over: 409,
  return_by_right: 409,
  exchange_not_possible: 409,
  refund_above_line: 409,
  refund_above_captured: 409,
  credit_too_low: 409,
  gift_card_unknown: 404,
  gift_card_used: 409,
  gift_card_expired: 409,
  payment_disputed: 409,
  dispute_closed: 409,
  quantity_not_open: 409,
  tracking_number_invalid: 422,
  tracking_number_taken: 409,
  parcel_sheet_unusable: 422,
  product_sheet_unusable: 422,
  parcel_followed: 409,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** Codes the wrappers themselves may answer with. */
export type WrapperError =
  | 'fault'
  | 'invalid_input'
  | 'sign_in_required'
  | 'session_ended'
  | 'not_found'
  | 'too_many_requests'
  | 'try_later';
