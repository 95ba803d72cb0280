import { z } from 'zod';
import { API_RATE, IDEMPOTENCY_HEADER, type ApiOperation } from '@/lib/http';
import { ERROR_STATUS } from '@/lib/http/errors';
import { DEFAULT_LOCALE, translator } from '@/lib/i18n';

/** One operation and where it is: the file of its route and the method it exports. */
export type PlacedOperation = {
  /** `/app/api/v1/orders/[sellerOrderId]/route.ts` */
  readonly file: string;
  readonly method: string;
  readonly operation: ApiOperation;
};

type Json = Readonly<Record<string, unknown>>;

const BASE = '/api/v1';
const KEY = 'key';

/** What every refusal and fault looks like; its codes are those of `lib/http/errors.ts`. */
const failure = z.object({
  error: z.string(),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  incidentId: z.string().optional(),
});

/** Codes that any operation may answer with. */
const USUAL = [
  'api_key_invalid',
  'api_scope_missing',
  'not_found',
  'invalid_input',
  'too_many_requests',
] as const;

/** The API as OpenAPI 3.1, out of the schemas its routes check with: what it says is what they do. */
export function openApiDocument(operations: readonly PlacedOperation[]): Json {
  const t = translator(DEFAULT_LOCALE, 'developers');
  const paths: Record<string, Record<string, Json>> = {};
  for (const placed of operations.toSorted(inOrder)) {
    (paths[pathOf(placed.file)] ??= {})[placed.method.toLowerCase()] = describe(placed);
  }
  return {
    openapi: '3.1.0',
    info: { title: t('title'), version: '1', description: t('document.about', API_RATE) },
    servers: [{ url: BASE }],
    security: [{ [KEY]: [] }],
    paths,
    components: {
      securitySchemes: { [KEY]: { type: 'http', scheme: 'bearer', description: t('document.key') } },
      schemas: { Failure: schemaOf(failure, 'output') },
    },
  };
}

function describe({ file, operation }: PlacedOperation): Json {
  const t = translator(DEFAULT_LOCALE, 'developers');
  const id = operationId(operation);
  return {
    operationId: id,
    summary: t(`operations.${id}`),
    description: t('document.scope', { scope: operation.scope }),
    security: [{ [KEY]: [operation.scope] }],
    tags: [pathOf(file).split('/')[1]],
    parameters: [
      ...parametersOf(operation.params, 'path'),
      ...parametersOf(operation.query, 'query'),
      ...(operation.changes ? [idempotency(t('document.idempotency'))] : []),
    ],
    ...(operation.body && {
      requestBody: { required: true, content: json(schemaOf(operation.body, 'input')) },
    }),
    responses: {
      200: { description: t('document.answer'), content: json(schemaOf(operation.answer, 'output')) },
      ...Object.fromEntries(USUAL.map((code) => [ERROR_STATUS[code], refusal(code)])),
      default: refusal(t('document.otherRefusal')),
    },
  };
}

type OperationId = keyof (typeof import('@/lib/i18n/messages/en/developers.json'))['operations'];

function operationId({ name }: ApiOperation): OperationId {
  const id = name.replace('api.', '');
  const t = translator(DEFAULT_LOCALE, 'developers');
  if (!t.has(`operations.${id as OperationId}`)) throw new Error(`${name} has no words`);
  return id as OperationId;
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = z
    .object({
      properties: z.record(z.string(), z.unknown()).optional(),
      required: z.array(z.string()).optional(),
    })
    .parse(schemaOf(schema, 'input'));
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }));
}

function idempotency(description: string): Json {
  const schema = { type: 'string', minLength: 8, maxLength: 100 };
  return { name: IDEMPOTENCY_HEADER, in: 'header', required: false, description, schema };
}

function refusal(description: string): Json {
  return { description, content: json({ $ref: '#/components/schemas/Failure' }) };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** What comes in is described as it is sent, before anything is read into it; what goes out as it is. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
}

/** `/app/api/v1/orders/[sellerOrderId]/route.ts` -> `/orders/{sellerOrderId}` */
function pathOf(file: string): string {
  return file
    .replace(`/app${BASE}`, '')
    .replace(/\/route\.ts$/, '')
    .replaceAll(/\[(\w+)\]/g, '{$1}');
}

function inOrder(one: PlacedOperation, other: PlacedOperation): number {
  const [a, b] = [one, other].map(({ file, method }) => `${pathOf(file)} ${method}`);
  return a! < b! ? -1 : 1;
}
