/** People who can sign in: accounts, sessions, roles. */
export { findActor } from './find-actor';
export * from './model';
