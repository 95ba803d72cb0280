import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { easyPost, readEasyPostEvent, reportOfEvent } from '@/lib/platform/carriers/easypost';
import type { TrackingReport } from '@/lib/platform/carriers';
import { listenFrom } from '../listen';
import { startCarrierSandbox, type CarrierSandbox } from './main';

const SECRET = 'a shared secret';
const KEY = 'EZ_test';
const NUMBER = { trackingNumber: '00340434161094042557', carrier: null };

let folder: string;
let shop: Server;
let shopUrl: string;
let answers: number[];
let told: TrackingReport[];
let sandbox: CarrierSandbox;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'souk-carrier-'));
  [answers, told] = [[], []];
  shop = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const signature = request.headers['x-hmac-signature'];
      const event = readEasyPostEvent(body, String(signature), SECRET);
      const status = event ? (answers.shift() ?? 200) : 401;
      const report = event && reportOfEvent(event);
      if (report && status === 200) told.push(report);
      response.writeHead(status).end();
    });
  });
  shopUrl = `http://127.0.0.1:${await listenFrom(shop, 24_000)}/webhook`;
  sandbox = await start(3600);
});

afterEach(async () => {
  await sandbox.close();
  shop.closeAllConnections();
  await new Promise((done) => shop.close(done));
  await rm(folder, { recursive: true, force: true });
});

function start(stepSeconds: number): Promise<CarrierSandbox> {
  const warn = (line: string) => {
    throw new Error(line);
  };
  return startCarrierSandbox({
    folder,
    port: 24_100,
    apiKey: KEY,
    webhookUrl: shopUrl,
    webhookSecret: SECRET,
    stepSeconds,
    warn,
  });
}

const port = () => easyPost(KEY, sandbox.url);

const push = (trackerId: string, how: string) =>
  fetch(`${sandbox.url}/parcels/${trackerId}/${how}`, { method: 'POST', redirect: 'manual' });

const lastKind = async (trackerId: string) => (await port().ask(trackerId)).scans.at(-1)?.kind;

it('answers the real client: a parcel is followed once, however often one asks', async () => {
  const first = await port().follow(NUMBER);
  expect(first.scans).toMatchObject([{ kind: 'announced' }]);
  expect(await port().follow(NUMBER)).toEqual(first);
  expect(await port().ask(first.trackerId)).toEqual(first);
});

it('refuses a wrong key, an unknown parcel and a call without a number', async () => {
  await expect(easyPost('EZ_wrong', sandbox.url).follow(NUMBER)).rejects.toThrow(/401/);
  await expect(port().ask('trk_unknown')).rejects.toThrow(/404/);
  await expect(port().follow({ trackingNumber: ' ', carrier: null })).rejects.toThrow(/422/);
});

it('moves parcels by itself until they have arrived, telling of each scan', async () => {
  await sandbox.close();
  sandbox = await start(0.2);
  const { trackerId } = await port().follow(NUMBER);
  await vi.waitFor(async () => expect(await lastKind(trackerId)).toBe('delivered'), { timeout: 8_000 });
  await vi.waitFor(() => expect(told.at(-1)?.scans).toHaveLength(5), { timeout: 2_000 });
  expect(told.at(-1)!.scans.map(({ kind }) => kind)).toEqual([
    'announced',
    'in_transit',
    'in_transit',
    'out_for_delivery',
    'delivered',
  ]);
});

it('lets a person lose a parcel, find it again, and send it back', async () => {
  const { trackerId } = await port().follow(NUMBER);
  expect((await push(trackerId, 'lose')).status).toBe(303);
  expect(await lastKind(trackerId)).toBe('lost');
  await push(trackerId, 'forward');
  expect(await lastKind(trackerId)).toBe('in_transit');
  await push(trackerId, 'return');
  await push(trackerId, 'forward');
  expect(await lastKind(trackerId)).toBe('returned_to_sender');
  expect((await push('trk_unknown', 'forward')).status).toBe(404);
  expect((await push(trackerId, 'explode')).status).toBe(404);
});

it('tells again until it is heard', async () => {
  answers = [500, 503];
  await port().follow(NUMBER);
  await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 5_000 });
});

it('goes on after a stop: parcels are where they were, and what was not told is told', async () => {
  answers = Array.from({ length: 50 }, () => 500);
  const { trackerId } = await port().follow(NUMBER);
  await push(trackerId, 'forward');
  await sandbox.close();
  expect(told).toEqual([]);
  answers = [];
  sandbox = await start(3600);
  expect(await lastKind(trackerId)).toBe('in_transit');
  await vi.waitFor(() => expect(told).toHaveLength(2), { timeout: 5_000 });
});

it('shows its parcels to a person, and runs nothing that a number may hold', async () => {
  await port().follow({ trackingNumber: '<script>alert(1)</script>', carrier: null });
  const page = await (await fetch(sandbox.url)).text();
  expect(page).toContain('&lt;script&gt;');
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('Push it forward');
});

it('sells a label once at the lowest price in a currency, and its parcel moves', async () => {
  const address = { line1: 'Hof 1', line2: '', postalCode: '10115', city: 'Berlin', region: '', phone: '' };
  const from = { ...address, name: 'A buyer', country: 'DE' };
  const labelId = await port().prepareLabel({ from, to: { ...from, name: 'A seller' } });
  const label = await port().buyLabel(labelId, 'EUR');
  expect(label).toMatchObject({ carrier: 'Sandbox', price: { amountMinor: 490, currency: 'EUR' } });
  expect(label!.pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await port().buyLabel(labelId, 'EUR')).toMatchObject({ trackingNumber: label!.trackingNumber });
  const { trackerId } = await port().follow({ trackingNumber: label!.trackingNumber, carrier: null });
  await push(trackerId, 'forward');
  expect(await lastKind(trackerId)).toBe('in_transit');
  await expect(port().buyLabel('shp_unknown', 'EUR')).rejects.toThrow(/404/);
});
