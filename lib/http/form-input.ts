/** A submitted form as the plain data a schema parses, and as the texts the form shows again. */

type Tree = { [name: string]: FormDataEntryValue | FormDataEntryValue[] | Tree };

const UNSAFE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** React's and Next's own fields. */
const FRAMEWORK_FIELD = /^\$ACTION/;

const SECRET_FIELD = /password|token|secret/i;

const LONGEST_ECHO = 5000;

/** `address.city` becomes `{ address: { city } }`; a name that comes more than once becomes an array. */
export function formToInput(form: FormData): Tree {
  const input: Tree = {};
  for (const name of new Set(form.keys())) {
    if (FRAMEWORK_FIELD.test(name)) continue;
    const path = name.split('.');
    if (path.some((part) => part === '' || UNSAFE_NAMES.has(part))) continue;
    const values = form.getAll(name);
    place(input, path, values.length === 1 ? values[0]! : values);
  }
  return input;
}

function place(tree: Tree, path: readonly string[], value: FormDataEntryValue | FormDataEntryValue[]): void {
  const [name, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const branch = tree[name];
  const next: Tree = isTree(branch) ? branch : {};
  tree[name] = next;
  place(next, rest, value);
}

function isTree(value: Tree[string] | undefined): value is Tree {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof File);
}

/** What may be put back into the form: short texts, never a secret. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || value.length > LONGEST_ECHO) continue;
    if (FRAMEWORK_FIELD.test(name) || SECRET_FIELD.test(name) || UNSAFE_NAMES.has(name)) continue;
    values[name] = value;
  }
  return values;
}
