/** Stands for the whole shop where a category is asked for: `listing_categories` has it as one more. */
export const EVERYTHING = '00000000-0000-0000-0000-000000000000';
