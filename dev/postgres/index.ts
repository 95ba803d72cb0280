export { PostgresError } from './errors';
export { APP_ROLE, OWNER_ROLE, provision, type DatabaseUrls, type RolePasswords } from './provision';
export {
  crashPostgresIn,
  startPostgres,
  stopPostgresIn,
  type PostgresOptions,
  type PostgresServer,
} from './server';
export type { Durability } from './settings';
