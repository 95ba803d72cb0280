import { createServer, type Server } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { listenFrom, LOOPBACK } from '../listen';
import { Mailbox, type StoredMail } from './mailbox';
import { listPage, mailDocument, messagePage, notFoundPage } from './pages';

export type MailSandboxOptions = {
  /** Keeps the mails. */
  readonly folder: string;
  readonly smtpPort?: number;
  readonly webPort?: number;
};

export type MailSandbox = {
  /** For SMTP_URL. */
  readonly smtpUrl: string;
  readonly smtpPort: number;
  /** Where a person reads what was sent. */
  readonly url: string;
  readonly webPort: number;
  close(): Promise<void>;
};

const MAX_MAIL_BYTES = 20 * 1024 * 1024;

/**
 * A mail server that delivers nothing: it keeps every mail and shows it on a web page. Tests read
 * `GET /api/messages?to=&subject=` (newest first) and `/api/messages/<id>`; `DELETE /api/messages` empties it.
 */
export async function startMailSandbox(options: MailSandboxOptions): Promise<MailSandbox> {
  const mailbox = await Mailbox.open(options.folder);
  const smtp = createSmtpServer(mailbox);
  const web = createWebServer(mailbox);
  const smtpPort = await listenFrom(smtp.server, options.smtpPort ?? 1025);
  const webPort = await listenFrom(web, options.webPort ?? 8025);
  return {
    smtpPort,
    webPort,
    smtpUrl: `smtp://${LOOPBACK}:${smtpPort}`,
    url: `http://localhost:${webPort}`,
    close: async () => {
      web.closeAllConnections();
      await Promise.all([
        new Promise((done) => smtp.close(() => done(null))),
        new Promise((done) => web.close(done)),
      ]);
    },
  };
}

function createSmtpServer(mailbox: Mailbox): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: MAX_MAIL_BYTES,
    closeTimeout: 500,
    onData: (stream, _session, done) => {
      mailbox.receive(stream).then(
        () => done(stream.sizeExceeded ? new Error('The mail is too large') : null),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
  // A client that hangs up in the middle is its own affair, not a fault of the stack.
  server.on('error', () => {});
  return server;
}

type Answer = { readonly status: number; readonly contentType: string; readonly body: string | Buffer };

function createWebServer(mailbox: Mailbox): Server {
  return createServer((request, response) => {
    route(mailbox, request.method ?? 'GET', new URL(request.url ?? '/', 'http://mail')).then(
      ({ status, contentType, body }) => {
        // What a mail brings is shown, never run.
        const headers = { 'content-type': contentType, 'content-security-policy': "script-src 'none'" };
        response.writeHead(status, headers).end(body);
      },
      () => response.writeHead(500).end(),
    );
  });
}

async function route(mailbox: Mailbox, method: string, url: URL): Promise<Answer> {
  const [area, id, part, index] = url.pathname.split('/').filter(Boolean);
  if (area === 'api' && id === 'messages') return routeApi(mailbox, method, url, part);
  if (area === undefined) return html(200, listPage(mailbox.list()));
  const mail = area === 'messages' && id ? mailbox.get(id) : null;
  if (!mail) return html(404, notFoundPage());
  if (part === 'html') return html(200, mailDocument(mail));
  if (part === 'attachments') return attachment(mail, Number(index));
  return html(200, messagePage(mail));
}

async function routeApi(mailbox: Mailbox, method: string, url: URL, id: string | undefined): Promise<Answer> {
  if (method === 'DELETE') {
    await mailbox.empty();
    return json(200, []);
  }
  if (id) return json(mailbox.get(id) ? 200 : 404, mailbox.get(id));
  const to = url.searchParams.get('to') ?? undefined;
  return json(200, mailbox.list({ to, subject: url.searchParams.get('subject') ?? undefined }));
}

function attachment(mail: StoredMail, index: number): Answer {
  const found = mail.attachments[index];
  if (!found) return html(404, notFoundPage());
  return { status: 200, contentType: found.contentType, body: Buffer.from(found.base64, 'base64') };
}

function html(status: number, body: string): Answer {
  return { status, contentType: 'text/html; charset=utf-8', body };
}

function json(status: number, value: unknown): Answer {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}
