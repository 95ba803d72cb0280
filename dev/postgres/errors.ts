/** The local PostgreSQL cannot run; the message says why and what to do, in words for a person. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';
}
