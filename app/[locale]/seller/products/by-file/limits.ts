/** Actions take a megabyte with all that is around the file. */
export const MOST_PRODUCT_SHEET_BYTES = 900 * 1024;
