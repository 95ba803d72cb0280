/** One look for every mail: a heading, paragraphs, at most one thing to do. Readable without HTML, too. */
export type MailContent = {
  readonly language: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly url: string };
  /** Quieter words under the action: how long a link works, why this was sent. */
  readonly note?: string;
};

export function layOutMail(content: MailContent): { readonly html: string; readonly text: string } {
  return { html: asHtml(content), text: asText(content) };
}

function asText({ title, paragraphs, action, note }: MailContent): string {
  const parts = [title, ...paragraphs, action && `${action.label}:\n${action.url}`, note];
  return `${parts.filter((part) => part !== undefined).join('\n\n')}\n`;
}

function asHtml({ language, title, paragraphs, action, note }: MailContent): string {
  const body = paragraphs.map((paragraph) => `<p style="${PARAGRAPH}">${escapeHtml(paragraph)}</p>`).join('');
  const button = action
    ? `<p style="margin:28px 0"><a href="${escapeHtml(action.url)}" style="${BUTTON}">${escapeHtml(action.label)}</a></p>`
    : '';
  const small = note ? `<p style="${NOTE}">${escapeHtml(note)}</p>` : '';
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>' +
    `<body style="margin:0;padding:32px 16px"><div style="${SHEET}">` +
    `<h1 style="margin:0 0 20px;font-size:22px;line-height:1.3">${escapeHtml(title)}</h1>` +
    `${body}${button}${small}</div></body></html>`
  );
}

const SHEET =
  'max-width:520px;margin:0 auto;font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:16px;line-height:1.55';
const PARAGRAPH = 'margin:0 0 14px';
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
