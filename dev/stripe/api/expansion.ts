import type { Store } from '../state/store';
import type { TableName } from '../state/tables';
import { invalidRequest } from './api-error';

/** What a balance transaction is about, by the beginning of the id. */
const SOURCES: Readonly<Record<string, TableName>> = {
  ch: 'charge',
  re: 'refund',
  du: 'dispute',
  tr: 'transfer',
  tu: 'topup',
  trr: 'transfer_reversal',
};

/** Which fields of which objects can be expanded, and what they lead to. */
const EXPANDABLE: Readonly<Record<string, Readonly<Record<string, TableName | 'by id'>>>> = {
  balance_transaction: { source: 'by id' },
  payment_intent: { customer: 'customer', payment_method: 'payment_method', latest_charge: 'charge' },
  payment_method: { customer: 'customer' },
  charge: {
    balance_transaction: 'balance_transaction',
    customer: 'customer',
    payment_intent: 'payment_intent',
  },
  refund: {
    balance_transaction: 'balance_transaction',
    charge: 'charge',
    payment_intent: 'payment_intent',
  },
  dispute: { charge: 'charge', payment_intent: 'payment_intent' },
};

type Shape = { readonly object: string };

/** The answer with the fields at `paths` (`latest_charge.balance_transaction`, `data.customer`) replaced by their objects. */
export function expand<T extends Shape>(store: Store, answer: T, paths: readonly string[]): Shape {
  return paths.reduce<Shape>((expanded, path) => expandPath(store, expanded, path.split('.'), path), answer);
}

function expandPath(store: Store, subject: Shape, steps: readonly string[], path: string): Shape {
  const [step, ...rest] = steps;
  if (step === undefined) return subject;
  if (subject.object === 'list') return expandList(store, subject, step, rest, path);
  const table = EXPANDABLE[subject.object]?.[step];
  if (!table) throw notExpandable(path);
  const value: unknown = Reflect.get(subject, step);
  if (value === null || value === undefined) return subject;
  const found = typeof value === 'string' ? store.get(tableOf(table, value), value) : value;
  if (!isShape(found))
    throw new Error(`${subject.object}.${step} of ${JSON.stringify(subject)} leads nowhere`);
  return { ...subject, [step]: expandPath(store, found, rest, path) };
}

function tableOf(table: TableName | 'by id', id: string): TableName {
  if (table !== 'by id') return table;
  const source = SOURCES[id.split('_')[0] ?? ''];
  if (!source) throw new Error(`The sandbox does not know what ${id} is`);
  return source;
}

function expandList(store: Store, list: Shape, step: string, rest: readonly string[], path: string): Shape {
  const data: unknown = Reflect.get(list, 'data');
  if (step !== 'data' || rest.length === 0 || !Array.isArray(data)) throw notExpandable(path);
  const expanded = data.map((item) => (isShape(item) ? expandPath(store, item, rest, path) : item));
  return Object.assign({}, list, { data: expanded });
}

function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null && 'object' in value && typeof value.object === 'string';
}

function notExpandable(path: string) {
  return invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
}
