/** What pages show of a seller: view types for server, browser and JSON. */
import type { Money } from '@/lib/kernel/money';
import type { AuditRecord } from '@/lib/audit/model';
import type { SellerRole } from '@/lib/identity/model';
import type { RatingSummary } from '@/lib/kernel/rating';
import type { Picture } from '@/lib/media/model';

export type SellerLink = {
  readonly name: string;
  /** The storefront is `/s/<slug>`. */
  readonly slug: string;
  readonly rating: RatingSummary | null;
};

/** The head of `/s/<slug>`; the listings in it come from `lib/search`. */
export type Storefront = SellerLink & {
  readonly sellerId: string;
  /** Paragraphs of plain text, in the seller's words. */
  readonly story: readonly string[];
  readonly tagline: string | null;
  readonly logo: Picture | null;
  readonly cover: Picture | null;
  /** Town and country, e.g. `Porto, Portugal`. */
  readonly location: string | null;
  readonly memberSince: string;
  readonly productCount: number;
  readonly returnDays: number;
  /** Paragraphs of plain text on how goods go back, in the seller's words. */
  readonly returnsPolicy: readonly string[];
  /** Of a shop that is on holiday: the last day of it, `2026-12-31`. */
  readonly awayUntil: string | null;
};

export const SELLER_STATUSES = ['applied', 'approved', 'declined', 'suspended'] as const;
export type SellerStatus = (typeof SELLER_STATUSES)[number];

/** Sellers whose members have a desk. A suspended one keeps it: paid orders still have to be sent. */
export const DESK_STATUSES: readonly SellerStatus[] = ['approved', 'suspended'];

/** A seller as its members and staff see it. */
export type SellerRecord = {
  /** `sel_…` */
  readonly sellerId: string;
  readonly name: string;
  readonly slug: string;
  readonly status: SellerStatus;
  /** Staff's words on the latest decision. */
  readonly statusReason: string;
  readonly tagline: string;
  readonly story: string;
  readonly city: string;
  readonly country: string;
  /** ISO 8601. */
  readonly appliedAt: string;
};

/** Who a shop is before the law, as its invoices say. */
export type SellerBusiness = {
  readonly legalName: string;
  readonly line1: string;
  readonly line2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
  /** ISO 3166-1 alpha-2: where it pays its taxes. */
  readonly country: string;
  /** With its country's prefix, e.g. `DE123456789`; empty for a business without one. */
  readonly vatId: string;
};

/** What a seller's own parcels teach: working days, and how many parcels say so. */
export type LearnedDays = { readonly minDays: number; readonly maxDays: number; readonly parcels: number };

export type ZoneRate = {
  /** `standard` or `express`. */
  readonly code: string;
  readonly price: Money;
  readonly freeFrom: Money | null;
  readonly minDays: number;
  readonly maxDays: number;
};

export type ShippingZoneView = {
  /** `zon_…`, or `rest` for everywhere that no zone names. */
  readonly zoneId: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly rates: readonly ZoneRate[];
};

/** How a seller sends, for its own desk. */
export type ShippingView = {
  readonly handlingDays: number;
  /** Null where there were too few parcels in the last 90 days. */
  readonly learned: Readonly<Record<'handling' | 'standard' | 'express', LearnedDays | null>>;
  readonly zones: readonly ShippingZoneView[];
};

export const SELLER_DOCUMENT_KINDS = ['registration', 'identity', 'tax', 'other'] as const;
export type SellerDocumentKind = (typeof SELLER_DOCUMENT_KINDS)[number];

/** A document that proves who a shop is; its file is read by its owner and by staff alone. */
export type SellerDocument = {
  readonly documentId: string;
  readonly kind: SellerDocumentKind;
  readonly name: string;
  readonly bytes: number;
  readonly uploadedAt: string;
};

/** Somebody who works for a seller. */
export type TeamMember = {
  /** `usr_…` */
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly role: SellerRole;
  /** ISO 8601. */
  readonly since: string;
};

/** An invitation that nobody has answered yet. */
export type OpenInvite = {
  /** `ivt_…` */
  readonly inviteId: string;
  readonly email: string;
  readonly role: SellerRole;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** Its link works no more; sent again, it does. */
  readonly hasExpired: boolean;
};

/** One act at a seller's desk; the names are null of who has no account. */
export type DeskAct = AuditRecord & { readonly by: string | null; readonly member: string | null };

/** Days on which nobody can buy from a shop, the last one included: `2026-12-24`, in UTC. */
export type Holiday = { readonly from: string; readonly until: string; readonly isNow: boolean };
