/** Pages of the local stack's own services: plain documents, in light and dark, without scripts. */
const STYLE = `
  :root { color-scheme: light dark; --ink: light-dark(#1c1b1a, #f1efec); --muted: light-dark(#6b6762, #a29d96);
    --line: light-dark(#e4e0da, #3a3733); --surface: light-dark(#fbfaf8, #1a1917) }
  * { box-sizing: border-box }
  body { margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 4rem; font: 16px/1.5 system-ui, sans-serif;
    color: var(--ink); background: var(--surface) }
  h1 { font-size: 1.25rem; margin: 0 0 1rem; overflow-wrap: anywhere }
  a { color: inherit } p, dd { color: var(--muted); margin: 0 } time { color: var(--muted); font-size: .875rem }
  ul { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line) }
`;

/** A whole document. `title` is text; `body`, `style` and `head` are markup. */
export function htmlPage(
  title: string,
  body: string,
  { style = '', head = '' }: { readonly style?: string; readonly head?: string } = {},
): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
    <meta name="viewport" content="width=device-width">${head}<style>${STYLE}${style}</style></head><body>${body}</body></html>`;
}

export function shortTime(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
