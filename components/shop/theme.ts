export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** Where the browser keeps the reader's choice; nothing is kept for `system`. */
export const THEME_KEY = 'theme';

/** Runs before the first paint: a chosen theme overrides the system's without a flash. */
export const APPLY_THEME = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
