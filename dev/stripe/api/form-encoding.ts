import { invalidRequest } from './api-error';

/** Parameters as Stripe's API takes them: texts, nested by brackets in their names. */
export type FormValue = string | FormFields;
export type FormFields = { [name: string]: FormValue };

const MAX_DEPTH = 8;

/** Reads `a[b][0]=c&d=e` into `{ a: { b: { 0: 'c' } }, d: 'e' }`. Lists stay objects keyed by their index. */
export function decodeForm(encoded: string): FormFields {
  const fields: FormFields = {};
  if (encoded === '') return fields;
  for (const pair of encoded.split('&')) {
    const equals = pair.indexOf('=');
    const name = decodeText(equals < 0 ? pair : pair.slice(0, equals));
    assign(fields, name, equals < 0 ? '' : decodeText(pair.slice(equals + 1)));
  }
  return fields;
}

function assign(fields: FormFields, name: string, value: string): void {
  const path = pathOf(name);
  let target = fields;
  path.forEach((segment, depth) => {
    const key = segment === '' ? String(Object.keys(target).length) : segment;
    if (depth === path.length - 1) {
      target[key] = value;
      return;
    }
    const next = Object.hasOwn(target, key) ? target[key] : undefined;
    if (typeof next === 'string') throw invalidRequest(`Invalid parameter: ${name}`, { param: name });
    target = next ?? (target[key] = {});
  });
}

/** `a[b][c]` -> a, b, c. */
function pathOf(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!match?.[1]) throw invalidRequest(`Invalid parameter name: ${name}`, { param: name });
  const path = [
    match[1],
    ...Array.from((match[2] ?? '').matchAll(/\[([^[\]]*)\]/g), ([, segment]) => segment ?? ''),
  ];
  if (path.length > MAX_DEPTH || path.includes('__proto__')) {
    throw invalidRequest(`Invalid parameter name: ${name}`, { param: name });
  }
  return path;
}

function decodeText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalidRequest('Invalid request: the parameters are not percent-encoded UTF-8');
  }
}
