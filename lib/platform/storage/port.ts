/** Bytes of an object, the first and the last among them, counted from 0. */
export type ByteRange = { readonly first: number; readonly last: number };

/**
 * Where files live: immutable objects under keys that name their content (or the recipe it is made from), so
 * that what was once served under a key may be cached for ever. A folder by default; an S3-compatible bucket
 * when the S3 group of the environment is set. Both keep the same promises (`storage.test.ts`).
 *
 * A key is `[a-z0-9]`, then letters, digits, `.`, `_`, `-` in lower case, 200 at most and never two dots in
 * a row: it names no folder, so it cannot leave the one it is kept in. Any other key is a fault: it throws
 * `StorageKeyError` before anything is touched. Check what comes from outside with `isStorageKey`.
 */
export type Storage = {
  /** Writes the whole object or none of it. Writing a key again, with the same content, changes nothing. */
  put(key: string, body: Uint8Array): Promise<void>;
  /** The object, or the bytes of it that are asked for; null when there is none. */
  get(key: string, range?: ByteRange): Promise<Buffer | null>;
  /** How many bytes the object has, or null when there is none. */
  size(key: string): Promise<number | null>;
  exists(key: string): Promise<boolean>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Every key that begins with `prefix`, in no particular order. */
  list(prefix?: string): AsyncIterable<string>;
};

/** What nobody may see but who owns it: originals as they were uploaded, documents. Nothing of it is served. */
export type PrivateStorage = Storage & {
  /**
   * An address to which a browser may PUT the object once: exactly so many bytes, until `seconds` from `now`. More or
   * fewer bytes are refused while they come in, and leave nothing behind.
   */
  signUpload(
    key: string,
    allowed: { readonly bytes: number; readonly seconds: number },
    now: Date,
  ): Promise<string>;
};
