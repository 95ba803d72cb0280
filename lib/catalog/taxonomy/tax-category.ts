import type { TaxCategory } from '@/lib/kernel/tax-category';

/** Categories whose goods some countries tax less, by path; those below them are taxed alike. */
const TAXED_AS: Readonly<Record<string, TaxCategory>> = {
  'baby/clothing': 'children',
  'books/children': 'books',
  'books/fiction': 'books',
  'books/non-fiction': 'books',
  'fashion/kids': 'children',
  'fashion/shoes/kids': 'children',
  'food/coffee': 'food',
  'food/pantry': 'food',
  'food/sweets': 'food',
  'food/tea': 'food',
};

/** As what the products of a category are taxed: drinks and presents among the food are not food. */
export function taxCategoryOf(path: string): TaxCategory {
  const known = Object.keys(TAXED_AS).find((each) => path === each || path.startsWith(`${each}/`));
  return known === undefined ? 'general' : TAXED_AS[known]!;
}
