import path from 'node:path';
import { env } from './env';
import { folderStorage } from './storage/folder';
import { bucketStorage } from './storage/bucket';
import type { Storage } from './storage/port';

export type { Storage } from './storage/port';
export { isStorageKey, contentTypeOf, StorageKeyError } from './storage/key';

const holder = globalThis as typeof globalThis & { soukStorage?: Storage };

/** This process's storage, as the environment says. */
export function storage(): Storage {
  holder.soukStorage ??= configuredStorage();
  return holder.soukStorage;
}

function configuredStorage(): Storage {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  if (S3_ENDPOINT && S3_BUCKET && S3_REGION && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
    return bucketStorage({
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      region: S3_REGION,
      accessKeyId: S3_ACCESS_KEY_ID,
      secretAccessKey: S3_SECRET_ACCESS_KEY,
    });
  }
  return folderStorage(env().STORAGE_DIR ?? path.join(env().SOUK_STATE_DIR, 'media'));
}
