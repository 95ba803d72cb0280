/** One look for every mail: a heading, paragraphs, at most one thing to do. Readable without HTML, too. */
export type MailContent = {
  readonly language: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What it is about, line by line: what was bought, what it comes to. */
  readonly rows?: readonly MailRow[];
  readonly action?: { readonly label: string; readonly url: string };
  /** Quieter words under the action: how long a link works, why this was sent. */
  readonly note?: string;
};

export type MailRow = { readonly label: string; readonly value: string; readonly strong?: boolean };

export function layOutMail(content: MailContent): { readonly html: string; readonly text: string } {
  return { html: asHtml(content), text: asText(content) };
}

function asText({ title, paragraphs, rows = [], action, note }: MailContent): string {
  const table = rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
  const parts = [title, ...paragraphs, table || undefined, action && `${action.label}:\n${action.url}`, note];
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

function asHtml({ language, title, paragraphs, rows = [], action, note }: MailContent): string {
  const body = paragraphs.map((paragraph) => `<p style="${PARAGRAPH}">${escapeHtml(paragraph)}</p>`).join('');
  const table =
    rows.length > 0 ? `<table role="presentation" style="${TABLE}">${rows.map(asRow).join('')}</table>` : '';
  const button = action
    ? `<p style="margin:28px 0"><a href="${escapeHtml(action.url)}" style="${BUTTON}">${escapeHtml(action.label)}</a></p>`
    : '';
  const small = note ? `<p style="${NOTE}">${escapeHtml(note)}</p>` : '';
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>' +
    `<body style="margin:0;padding:32px 16px"><div style="${SHEET}">` +
    `<h1 style="margin:0 0 20px;font-size:22px;line-height:1.3">${escapeHtml(title)}</h1>` +
    `${body}${table}${button}${small}</div></body></html>`
  );
}

function asRow({ label, value, strong = false }: MailRow): string {
  const weight = strong ? ';font-weight:600' : '';
  return (
    `<tr><td style="${CELL}${weight}">${escapeHtml(label)}</td>` +
    `<td style="${CELL};text-align:end;white-space:nowrap;padding-inline-start:16px${weight}">${escapeHtml(value)}</td></tr>`
  );
}

const SHEET =
  'max-width:520px;margin:0 auto;font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:16px;line-height:1.55';
// What people wrote keeps its lines.
const PARAGRAPH = 'margin:0 0 14px;white-space:pre-line';
const TABLE = 'width:100%;margin:20px 0;border-collapse:collapse;font-size:15px';
const CELL = 'padding:8px 0;border-top:1px solid #e6e0d7;vertical-align:top';
const BUTTON =
  'display:inline-block;padding:12px 22px;border-radius:8px;background:#f6a821;color:#281a00;font-weight:600;text-decoration:none';
const NOTE = 'margin:24px 0 0;font-size:14px;color:#767069';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
}
