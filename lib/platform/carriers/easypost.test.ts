import { describe, expect, it } from 'vitest';
import { readEasyPostEvent, reportOfEvent, signEasyPostBody } from './easypost';

const SECRET = 'a shared secret';

/** As in EasyPost's documentation of trackers and events. */
function eventAbout(...details: readonly Record<string, unknown>[]) {
  return {
    id: 'evt_1',
    object: 'Event',
    mode: 'test',
    description: 'tracker.updated',
    previous_attributes: { status: 'unknown' },
    result: {
      id: 'trk_1',
      object: 'Tracker',
      tracking_code: '1Z5R89390357567127',
      status: 'in_transit',
      est_delivery_date: null,
      tracking_details: details.map((detail) => ({
        object: 'TrackingDetail',
        message: 'Somebody scanned it',
        description: null,
        status: 'in_transit',
        status_detail: 'unknown',
        datetime: '2026-11-20T18:00:44Z',
        source: 'UPS',
        carrier_code: null,
        tracking_location: {
          object: 'TrackingLocation',
          city: 'Berlin',
          state: null,
          country: 'DE',
          zip: null,
        },
        ...detail,
      })),
    },
  };
}

describe('a webhook', () => {
  const body = JSON.stringify(eventAbout({ message: 'Grüße aus Köln' }));

  it('is read when its signature is right', () => {
    expect(readEasyPostEvent(body, signEasyPostBody(body, SECRET), SECRET)).toMatchObject({ id: 'evt_1' });
  });

  it.each([
    ['no signature', body, null],
    ['an empty signature', body, ''],
    ["somebody else's signature", body, signEasyPostBody(body, 'another secret')],
    ['an altered body', body.replace('in_transit', 'delivered'), signEasyPostBody(body, SECRET)],
    ['a signature without its scheme', body, signEasyPostBody(body, SECRET).split('=')[1]!],
    ['a body that is no event', '{}', signEasyPostBody('{}', SECRET)],
    ['a body that is not JSON', 'x', signEasyPostBody('x', SECRET)],
  ])('is refused with %s', (_what, sent, signature) => {
    expect(readEasyPostEvent(sent, signature, SECRET)).toBeNull();
  });
});

describe('what a tracker says', () => {
  it.each([
    ['pre_transit', 'label_created', 'announced'],
    ['in_transit', 'arrived_at_facility', 'in_transit'],
    ['out_for_delivery', 'out_for_delivery', 'out_for_delivery'],
    ['available_for_pickup', 'arrived_at_pickup_location', 'ready_for_pickup'],
    ['delivered', 'arrived_at_destination', 'delivered'],
    ['return_to_sender', 'return', 'returned_to_sender'],
    ['failure', 'lost', 'lost'],
    ['failure', 'damaged', 'lost'],
    ['failure', 'unable_to_deliver', 'note'],
    ['cancelled', 'cancelled', 'note'],
    ['error', 'unknown', 'note'],
    ['unknown', 'unknown', 'note'],
    ['something new', '', 'note'],
  ])('%s (%s) means %s', (status, status_detail, kind) => {
    const report = reportOfEvent(eventAbout({ status, status_detail }));
    expect(report?.scans).toMatchObject([{ kind, message: 'Somebody scanned it', place: 'Berlin, DE' }]);
  });

  it('names the same scan the same, and another one otherwise', () => {
    const keys = (...details: Record<string, unknown>[]) =>
      reportOfEvent(eventAbout(...details))!.scans.map(({ key }) => key);
    const [first] = keys({});
    expect(keys({}, { message: 'Something else' }, { datetime: '2026-11-20T19:00:44Z' })[0]).toBe(first);
    expect(new Set(keys({}, { message: 'Something else' }, { datetime: '2026-11-20T19:00:44Z' })).size).toBe(
      3,
    );
  });

  it('may lack everything that the documentation calls optional', () => {
    const bare = { message: null, status_detail: undefined, tracking_location: null };
    expect(reportOfEvent(eventAbout(bare))?.scans).toMatchObject([{ message: '', place: '' }]);
  });

  it('is nothing when the event is about something else', () => {
    expect(reportOfEvent({ ...eventAbout(), result: { id: 'batch_1', object: 'Batch' } })).toBeNull();
    expect(reportOfEvent(null)).toBeNull();
  });
});
