import { escapeHtml, htmlPage, shortTime } from '../html-page';
import { hasArrived, PUSHES, type Push } from './journey';
import type { BookedParcel } from './parcel-book';
import type { Tracker } from './tracker';

const STYLE = `
  ul > li { padding: 1rem .25rem; border-bottom: 1px solid var(--line) }
  h2 { font-size: 1rem; margin: 0; overflow-wrap: anywhere }
  ol { margin: .5rem 0; padding-inline-start: 1.25rem; color: var(--muted); font-size: .875rem }
  form { display: flex; flex-wrap: wrap; gap: .5rem }
  button { font: inherit; min-height: 2.75rem; padding: 0 1rem; border: 1px solid var(--line); border-radius: 8px;
    color: inherit; background: transparent; cursor: pointer }
`;

const WORDS: Readonly<Record<Push, string>> = {
  forward: 'Push it forward',
  lose: 'Lose it',
  return: 'Send it back',
};

const STATES: Readonly<Record<string, string>> = {
  pre_transit: 'Announced',
  in_transit: 'On its way',
  out_for_delivery: 'Out for delivery',
  delivered: 'Delivered',
  failure: 'Lost',
  return_to_sender: 'Returned to sender',
};

export function parcelsPage(parcels: readonly BookedParcel[], stepSeconds: number): string {
  const list =
    parcels.length > 0
      ? `<ul>${parcels.map(({ tracker, untold }) => parcelItem(tracker, untold.length)).join('')}</ul>`
      : '<p>No parcels yet. What sellers send under a known tracking number appears here.</p>';
  return htmlPage(
    'Parcels on their way',
    `<h1>Parcels on their way</h1><p>Each moves by itself every ${stepSeconds} seconds.</p><br>${list}`,
    { style: STYLE, head: '<meta http-equiv="refresh" content="10">' },
  );
}

export function notFoundPage(): string {
  return htmlPage('Not here', '<h1>This parcel is not here</h1><p><a href="/">See all parcels</a></p>');
}

function parcelItem(tracker: Tracker, untold: number): string {
  const scans = tracker.tracking_details.map(
    ({ message, datetime, tracking_location: { city } }) =>
      `<li>${shortTime(datetime)}: ${escapeHtml([message, city].filter(Boolean).join(', '))}</li>`,
  );
  const buttons = PUSHES.map(
    (push) => `<button formaction="/parcels/${tracker.id}/${push}">${WORDS[push]}</button>`,
  );
  return `<li><h2>${escapeHtml(tracker.tracking_code)}</h2>
    <p>${STATES[tracker.status] ?? escapeHtml(tracker.status)}${untold > 0 ? ` (${untold} not told yet)` : ''}</p>
    <ol>${scans.join('')}</ol>
    ${hasArrived(tracker) ? '' : `<form method="post">${buttons.join('')}</form>`}</li>`;
}
