import type { Picture } from '@/lib/media/model';

/** Enough to remember a product by. No price: it would be an old one. */
export type ViewedProduct = { readonly slug: string; readonly title: string; readonly image: Picture | null };

const KEY = 'viewed-products';
const KEPT = 12;
const NONE: readonly ViewedProduct[] = [];

let known: readonly ViewedProduct[] | null = null;
const listeners = new Set<() => void>();

/** Newest first. The same array until something changes. */
export function viewedProducts(): readonly ViewedProduct[] {
  known ??= read();
  return known;
}

export function rememberViewed(product: ViewedProduct): void {
  const others = read().filter(({ slug }) => slug !== product.slug);
  write([product, ...others].slice(0, KEPT));
}

export function forgetViewed(): void {
  write(NONE);
}

export function subscribeToViewed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): readonly ViewedProduct[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as ViewedProduct[];
  } catch {
    return NONE;
  }
}

function write(products: readonly ViewedProduct[]): void {
  known = products;
  try {
    localStorage.setItem(KEY, JSON.stringify(products));
  } catch {
    // Remembered for this page only.
  }
  for (const listener of listeners) listener();
}
