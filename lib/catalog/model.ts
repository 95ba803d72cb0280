/**
 * What catalogue pages and cards show: plain, serialisable view types for server, browser and JSON.
 * Ids are public ids (`prd_…`), times are ISO 8601 in UTC, texts are already in the reader's language.
 */
import type { Money } from '@/lib/kernel/money';
import type { RatingSummary } from '@/lib/kernel/rating';
import type { GalleryPicture, Picture } from '@/lib/media/model';
import type { SellerLink } from '@/lib/sellers/model';

/** How much there is, as coarse as pages are cached: a page changes only when this does. */
export type Availability = 'in_stock' | 'few_left' | 'out_of_stock' | 'unavailable';

/** A reduced price; `endsAt` is null when it has no end yet. */
export type Deal = { readonly percentOff: number; readonly endsAt: string | null };

/** One product as a card: the `listings` projection, nothing else is read for it. */
export type ListingCard = {
  readonly productId: string;
  readonly slug: string;
  readonly title: string;
  readonly brand: string | null;
  readonly image: Picture | null;
  /** The buy box price, or the lowest of all variants; null when nobody offers the product. */
  readonly price: Money | null;
  /** The variants differ in price, so `price` is a "from". */
  readonly priceVaries: boolean;
  /** The price before the reduction. */
  readonly compareAt: Money | null;
  readonly deal: Deal | null;
  readonly rating: RatingSummary | null;
  readonly availability: Availability;
  /** Set when `availability` is `few_left`. */
  readonly stockLeft: number | null;
  readonly freeDelivery: boolean;
  /** The seller of the buy box; null when there is none. */
  readonly sellerName: string | null;
  readonly offerCount: number;
  /** Colours to choose among, at most five, and how many there are. */
  readonly swatches: readonly Swatch[];
  readonly swatchCount: number;
};

export type Swatch = { readonly label: string; readonly hex: string };

export type CategoryLink = {
  readonly name: string;
  /** Slugs from the department down, joined by `/`; the page is `/c/<path>`. */
  readonly path: string;
};

/** A place in the tree with the way to it, for choosing one. */
export type CategoryChoice = {
  /** `cat_…` */
  readonly categoryId: string;
  /** From the department down to itself. */
  readonly names: readonly string[];
};

export type CategoryTile = CategoryLink & {
  readonly image: Picture | null;
  readonly productCount: number;
};

/** A department with the categories people look for first, for menus and the home page. */
export type Department = CategoryTile & { readonly children: readonly CategoryTile[] };

/** The head of `/c/<path>`; the listings in it come from `lib/search`. */
export type CategoryPage = CategoryLink & {
  readonly categoryId: string;
  readonly description: string | null;
  /** From the department down to the parent. */
  readonly ancestors: readonly CategoryLink[];
  readonly children: readonly CategoryTile[];
};

/** `/p/<slug>` without what other domains add to it (reviews, alike). */
export type ProductPage = {
  readonly productId: string;
  readonly slug: string;
  readonly title: string;
  readonly brand: { readonly name: string; readonly slug: string } | null;
  readonly category: CategoryLink | null;
  readonly ancestors: readonly CategoryLink[];
  /** Paragraphs of plain text. */
  readonly description: readonly string[];
  readonly highlights: readonly string[];
  /** Never empty for a published product that has media. */
  readonly gallery: readonly GalleryPicture[];
  /** The axes of choice, e.g. colour and size; empty when there is one variant. */
  readonly options: readonly ProductOption[];
  /** Never empty. The first one is shown when nothing was chosen. */
  readonly variants: readonly ProductVariant[];
  readonly attributes: readonly ProductAttribute[];
  readonly rating: RatingSummary | null;
  readonly updatedAt: string;
};

export type ProductOption = {
  readonly key: string;
  readonly label: string;
  readonly values: readonly OptionValue[];
};

export type OptionValue = {
  readonly value: string;
  readonly label: string;
  /** `#rrggbb` when the value is a colour. */
  readonly hex: string | null;
};

export type ProductVariant = {
  readonly variantId: string;
  /** One value of every option, by its key. */
  readonly choice: Readonly<Record<string, string>>;
  readonly gtin: string | null;
  /** Index into the gallery of the picture that shows this variant. */
  readonly pictureIndex: number;
  /** The buy box first, then by total price; empty when nobody sells it. */
  readonly offers: readonly Offer[];
};

export const CONDITIONS = ['new', 'refurbished', 'used'] as const;
export type Condition = (typeof CONDITIONS)[number];

export type Offer = {
  readonly offerId: string;
  readonly seller: SellerLink;
  readonly price: Money;
  readonly compareAt: Money | null;
  readonly deal: Deal | null;
  readonly condition: Condition;
  readonly availability: Exclude<Availability, 'unavailable'>;
  /** Set when `availability` is `few_left`. */
  readonly stockLeft: number | null;
  /** The cheapest delivery; zero is free. */
  readonly delivery: Money;
  /** Days from order to door, handling included. */
  readonly deliveryDays: { readonly min: number; readonly max: number };
  /** Days in which it can be sent back; zero when it cannot. */
  readonly returnDays: number;
};

export type ProductAttribute = { readonly label: string; readonly value: string };

export const PRODUCT_STATUSES = ['draft', 'in_review', 'live', 'declined', 'retired'] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

/** What staff may do with a product. */
export const PRODUCT_DECISIONS = ['publish', 'decline', 'retire'] as const;
export type ProductDecision = (typeof PRODUCT_DECISIONS)[number];

/** A product as staff see it, in any state. */
export type ProductRecord = {
  readonly productId: string;
  readonly slug: string;
  readonly title: string;
  readonly brand: string | null;
  readonly categoryPath: string;
  readonly status: ProductStatus;
  /** Of its next revision, where there is one. */
  readonly draftStatus: DraftStatus | null;
  readonly statusReason: string;
  readonly ownerName: string | null;
  readonly createdAt: string;
};

export const DRAFT_STATUSES = ['draft', 'in_review', 'declined'] as const;
export type DraftStatus = (typeof DRAFT_STATUSES)[number];

/** The steps in which a product is described, in their order. */
export const DRAFT_STEPS = ['basics', 'details', 'variants', 'pictures', 'check'] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

/** Something that keeps a draft from being published, and where it is put right. */
export type ContentProblem = {
  readonly step: Exclude<DraftStep, 'check'>;
  readonly kind:
    | 'no_category'
    | 'no_title'
    | 'no_description'
    | 'attribute_missing'
    | 'attribute_wrong'
    | 'gtin_invalid'
    | 'gtin_twice'
    | 'gtin_known'
    | 'variant_twice'
    | 'no_picture'
    | 'picture_pending'
    | 'picture_failed';
  /** The attribute's label, the barcode, the picture's fault. */
  readonly about: string;
  /** The product that has the barcode already. */
  readonly productId?: string;
};

/** A file of products is read and made while somebody waits. */
export const MOST_PRODUCT_ROWS = 500;

/** Why a row of a file makes no product. */
export type ProductRowProblem =
  | ContentProblem['kind']
  | 'unreadable'
  | 'no_key'
  | 'category_unknown'
  | 'attribute_unknown'
  | 'picture_address_wrong'
  | 'too_many_pictures'
  | 'too_long'
  | 'in_review'
  | 'not_yours'
  /** Another row of the same product keeps it out. */
  | 'other_row';

/** What of a file of products would be made, or was. */
export type ProductsByFile = {
  readonly heading: readonly string[];
  readonly ready: readonly ProductByFile[];
  /** Products that say already what the file does. */
  readonly unchanged: number;
  readonly problems: readonly {
    readonly number: number;
    readonly problem: ProductRowProblem;
    /** The attribute's label, the barcode, the address. */
    readonly about: string;
    readonly cells: readonly string[];
  }[];
};

export type ProductByFile = {
  /** Of its first row. */
  readonly number: number;
  readonly key: string;
  readonly title: string;
  readonly variants: number;
  readonly pictures: number;
  readonly isNew: boolean;
};

/** How one field of a product would change; an empty text is nothing. */
export type ContentChange = {
  readonly field: 'category' | 'title' | 'brand' | 'description' | 'highlights' | 'attribute' | 'variant';
  /** Of an attribute. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

/** What staff decides about: how a product would change, and its pictures before and after. */
export type DraftReview = {
  readonly status: DraftStatus;
  readonly changes: readonly ContentChange[];
  readonly picturesBefore: readonly GalleryPicture[];
  readonly picturesAfter: readonly GalleryPicture[];
};

/** One of a seller's own products, in any state. */
export type OwnProduct = {
  readonly productId: string;
  readonly slug: string;
  readonly title: string;
  readonly image: Picture | null;
  readonly status: ProductStatus;
  /** Of the next revision, where there is one. */
  readonly draftStatus: DraftStatus | null;
  /** Staff's words on the latest decision. */
  readonly reason: string;
  readonly savedAt: string;
  /** How many offers the seller has of it. */
  readonly offers: number;
};
