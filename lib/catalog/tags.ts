/**
 * Names of what cached pages depend on. `id` is the public id, so that a page can name its tags from what it
 * shows. Writers of events never touch these; the worker does, from the listings it has made anew.
 */
export const productTag = (id: string) => `product:${id}`;
export const categoryTag = (id: string) => `category:${id}`;
export const sellerTag = (id: string) => `seller:${id}`;

/** The tree, its names, counts and pictures, and what the home page shows. */
export const HOME_TAG = 'home';

/** The departments in the frame of every page. Forgetting it forgets every page: only a change of the tree does. */
export const MENU_TAG = 'menu';

/** The answer that there is nothing at an address, to forget when something is published there. */
export const absentTag = (path: string) => `absent:${path}`;
