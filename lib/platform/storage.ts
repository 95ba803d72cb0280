import path from 'node:path';
import { env } from './env';
import { folderStorage, type FolderStorage } from './storage/folder';
import { bucketStorage } from './storage/bucket';
import type { PrivateStorage, Storage } from './storage/port';

export type { ByteRange, PrivateStorage, Storage } from './storage/port';
export { isSignedUpload } from './storage/upload-path';
export { isStorageKey, contentTypeOf, StorageKeyError } from './storage/key';

const holder = globalThis as typeof globalThis & {
  soukStorage?: Storage;
  soukPrivateStorage?: PrivateStorage;
};

/** This process's storage of what everybody may see, as the environment says. */
export function storage(): Storage {
  const { STORAGE_DIR, SOUK_STATE_DIR, S3_BUCKET } = env();
  holder.soukStorage ??=
    bucketNamed(S3_BUCKET) ?? folderStorage(STORAGE_DIR ?? path.join(SOUK_STATE_DIR, 'media'));
  return holder.soukStorage;
}

/** The storage of what is served to nobody. */
export function privateStorage(): PrivateStorage {
  holder.soukPrivateStorage ??= bucketNamed(env().S3_PRIVATE_BUCKET) ?? privateFolder();
  return holder.soukPrivateStorage;
}

/** Where uploads come in by our own route; null when they go to a bucket. */
export function uploadFolder(): FolderStorage | null {
  return env().S3_PRIVATE_BUCKET ? null : privateFolder();
}

function privateFolder(): FolderStorage {
  const { PRIVATE_STORAGE_DIR, SOUK_STATE_DIR } = env();
  return folderStorage(PRIVATE_STORAGE_DIR ?? path.join(SOUK_STATE_DIR, 'private'));
}

function bucketNamed(bucket: string | undefined): PrivateStorage | null {
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  if (!S3_ENDPOINT || !bucket || !S3_REGION || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null;
  return bucketStorage({
    endpoint: S3_ENDPOINT,
    bucket,
    region: S3_REGION,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}
