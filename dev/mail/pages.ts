import { escapeHtml as escape, htmlPage, shortTime } from '../html-page';
import type { StoredMail } from './mailbox';

const STYLE = `
  li a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem .25rem; text-decoration: none;
    border-bottom: 1px solid var(--line) }
  li a:hover strong { text-decoration: underline }
  strong { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .125rem 1rem; margin: 0 0 1rem } dd { overflow-wrap: anywhere }
  iframe { width: 100%; height: 70vh; border: 1px solid var(--line); border-radius: 8px; background: #fff }
  pre { white-space: pre-wrap; overflow-wrap: anywhere } nav { margin-bottom: 1rem }
`;

export function listPage(mails: readonly StoredMail[]): string {
  const items = mails.map(
    (mail) => `<li><a href="/messages/${mail.id}"><strong>${escape(mail.subject) || '(no subject)'}</strong>
      <time datetime="${mail.receivedAt}">${shortTime(mail.receivedAt)}</time><p>to ${escape(mail.to.join(', '))}</p></a></li>`,
  );
  const list =
    items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>No mail yet. What the shop sends appears here.</p>';
  return page(
    'Mail sent by Souk',
    `<h1>Mail sent by Souk</h1>${list}`,
    '<meta http-equiv="refresh" content="5">',
  );
}

export function messagePage(mail: StoredMail): string {
  const attachments = mail.attachments
    .map((each, index) => `<a href="/messages/${mail.id}/attachments/${index}">${escape(each.name)}</a>`)
    .join(' ');
  const body = mail.html
    ? `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${mail.id}/html" title="The mail"></iframe>
       <details><summary>As plain text</summary><pre>${escape(mail.text)}</pre></details>`
    : `<pre>${escape(mail.text)}</pre>`;
  return page(
    mail.subject,
    `<nav><a href="/">All mail</a></nav><h1>${escape(mail.subject)}</h1>
     <dl><dt>From</dt><dd>${escape(mail.from)}</dd><dt>To</dt><dd>${escape(mail.to.join(', '))}</dd>
     <dt>Sent</dt><dd>${shortTime(mail.receivedAt)}</dd>${attachments && `<dt>Attached</dt><dd>${attachments}</dd>`}</dl>${body}`,
  );
}

/** The mail's own document; its links open outside the frame it is shown in. */
export function mailDocument(mail: StoredMail): string {
  return `<base target="_blank">${mail.html}`;
}

export function notFoundPage(): string {
  return page('Not here', '<h1>This mail is not here</h1><p><a href="/">See all mail</a></p>');
}

function page(title: string, body: string, head = ''): string {
  return htmlPage(title, body, { style: STYLE, head });
}
