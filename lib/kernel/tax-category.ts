/** What is sold, as far as tax asks. Where only some goods of a category are taxed less, all are taxed in full. */
export const TAX_CATEGORIES = ['general', 'books', 'food', 'children', 'medicine', 'exempt'] as const;

export type TaxCategory = (typeof TAX_CATEGORIES)[number];
