/** Text as it may stand in HTML, attributes included. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export type Scheme = 'light' | 'dark';

/** The scheme a page was asked for; null leaves it to the browser. */
export function schemeOf(url: URL): Scheme | null {
  const scheme = url.searchParams.get('scheme');
  return scheme === 'light' || scheme === 'dark' ? scheme : null;
}

/** A whole page; `body` is markup. */
export function htmlDocument(page: {
  title: string;
  styles: readonly string[];
  body: string;
  script?: string;
  scheme?: Scheme | null;
}): string {
  return `<!doctype html>
<html lang="en"${page.scheme ? ` style="color-scheme:${page.scheme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escapeHtml(page.title)}</title>
<style>${page.styles.join('\n')}</style>
</head>
<body>
${page.body}
${page.script ? `<script src="${page.script}"></script>` : ''}
</body>
</html>`;
}

/** `€25.99` of 2599 eur. */
export function displayAmount(amount: number, currency: string): string {
  const formatter = new Intl.NumberFormat('en', { style: 'currency', currency: currency.toUpperCase() });
  const { maximumFractionDigits = 2 } = formatter.resolvedOptions();
  return formatter.format(amount / 10 ** maximumFractionDigits);
}
