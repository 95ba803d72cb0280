import { z } from 'zod';
import { missingResource } from '../api/api-error';
import { createdRange, isCreatedWithin, listPage, pageParameters } from '../api/pagination';
import { list, text } from '../api/parameters';
import { route } from '../api/routing';

export const eventRoutes = [
  route('GET /v1/events', {
    parameters: z.strictObject({
      ...pageParameters,
      created: createdRange.optional(),
      type: text.optional(),
      types: list(text).optional(),
    }),
    answer: (call, { created, type, types, ...page }) =>
      listPage(call.store, 'event', '/v1/events', page, {
        where: (event) =>
          isCreatedWithin(event.created, created) &&
          (type === undefined || matches(event.type, type)) &&
          (types === undefined || types.includes(event.type)),
      }),
  }),

  route('GET /v1/events/:event', {
    parameters: z.strictObject({}),
    answer(call, _, id) {
      const event = call.store.get('event', id);
      if (!event) throw missingResource('event', id, { param: 'id' });
      return event;
    },
  }),
];

/** `charge.*` stands for every type that begins so. */
function matches(type: string, wanted: string): boolean {
  return wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
}
