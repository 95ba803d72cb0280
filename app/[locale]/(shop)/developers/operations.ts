import { z } from 'zod';
import document from '@/public/openapi.json' with { type: 'json' };

/** What the page shows of a JSON schema: the names of its fields and what each holds. */
export type FieldView = { readonly name: string; readonly type: string; readonly required: boolean };

export type OperationView = {
  readonly id: string;
  readonly method: string;
  /** Below `/api/v1`, as in `/orders/{sellerOrderId}`. */
  readonly path: string;
  readonly summary: string;
  readonly scope: string;
  readonly takes: readonly FieldView[];
  readonly gives: readonly FieldView[];
};

/** One type, or several where null is one of them. */
const types = z.union([z.string(), z.array(z.string())]).optional();

const schema = z.looseObject({
  type: types,
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
  anyOf: z.array(z.looseObject({ type: types })).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
});
type Schema = z.output<typeof schema>;

const content = z.object({ content: z.object({ 'application/json': z.object({ schema }) }) });

const operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema })),
  requestBody: content.optional(),
  responses: z.looseObject({ '200': content }),
});

const paths = z.record(z.string(), z.record(z.string(), operation));

/** Every operation of the document that is published, in its order. */
export function documentedOperations(): OperationView[] {
  return Object.entries(paths.parse(document.paths)).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, found]) => ({
      id: found.operationId,
      method: method.toUpperCase(),
      path,
      summary: found.summary,
      scope: found.security.flatMap(({ key = [] }) => key).join(', '),
      takes: [
        ...found.parameters
          .filter((parameter) => parameter.in !== 'header')
          .map(({ name, required, schema: of }) => ({ name, required, type: typeOf(of) })),
        ...(found.requestBody ? fieldsOf(found.requestBody.content['application/json'].schema) : []),
      ],
      gives: fieldsOf(found.responses['200'].content['application/json'].schema),
    })),
  );
}

/** Fields of an object, those of objects inside under their path: `lines[].quantity`. */
function fieldsOf({ properties = {}, required = [] }: Schema, above = ''): FieldView[] {
  return Object.entries(properties).flatMap(([name, raw]) => {
    const of = schema.parse(raw);
    const path = `${above}${name}`;
    const field = { name: path, type: typeOf(of), required: required.includes(name) };
    const inside = of.type === 'array' ? schema.safeParse(of.items) : null;
    if (inside?.success) return [field, ...fieldsOf(inside.data, `${path}[].`)];
    return [field, ...fieldsOf(of, `${path}.`)];
  });
}

function typeOf(of: Schema): string {
  if (of.enum) return of.enum.join(' | ');
  if (of.anyOf) return of.anyOf.flatMap(({ type = 'object' }) => type).join(' | ');
  return of.format ?? [of.type ?? 'any'].flat().join(' | ');
}
