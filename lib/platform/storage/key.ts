const KEY = /^[a-z0-9](?:[a-z0-9_-]|\.(?!\.)){0,199}$/;
const PREFIX = /^(?:[a-z0-9](?:[a-z0-9_-]|\.(?!\.)){0,199})?$/;

/** A key nobody may use: a fault of the caller. The message does not repeat it. */
export class StorageKeyError extends Error {
  override readonly name = 'StorageKeyError';
  constructor() {
    super('Not a storage key');
  }
}

export function isStorageKey(text: string): boolean {
  return KEY.test(text);
}

export function assertStorageKey(key: string): void {
  if (!KEY.test(key)) throw new StorageKeyError();
}

export function assertStoragePrefix(prefix: string): void {
  if (!PREFIX.test(prefix)) throw new StorageKeyError();
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
};

/** The media type a key's extension stands for. */
export function contentTypeOf(key: string): string {
  return CONTENT_TYPES[key.slice(key.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
