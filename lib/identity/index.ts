/** People who can sign in: accounts, sessions, staff grants. Owns `db/schema/identity`. */
export { sendAccountMail } from './account-mail';
export { changePassword } from './change-password';
export { DEMO_LOGINS, type DemoLogin } from './demo-logins';
export { isEmailTokenValid, type EmailTokenPurpose } from './email-tokens';
export { emailVerified } from './events';
export { findActor } from './find-actor';
export { ACCOUNT_MAIL_JOB, accountMailRequest, type AccountMailRequest } from './mail-requests';
export { openInvitedAccount } from './open-invited-account';
export { hashPassword } from './password';
export {
  connectProvider,
  disconnectProvider,
  getSignInMethods,
  signInWithProvider,
  type ProviderClaims,
} from './provider-identities';
export {
  findUsers,
  getUser,
  getUserByEmail,
  listStaff,
  listUsers,
  renameUser,
  type UserRecord,
} from './queries';
export { requestPasswordReset, resetPassword } from './reset-password';
export {
  listSessions,
  revokeAllSessions,
  revokeOtherSessions,
  revokeSession,
  startSession,
  type SessionView,
} from './sessions';
export { signInWithPassword, type SignInRefusal } from './sign-in';
export { signUp, type SignUp } from './sign-up';
export { grantStaffRole, listStaffRoles, revokeStaffRole, setUserLock } from './staff';
export type { DeviceDescription } from './user-agent';
export { verifyEmail } from './verify-email';
export * from './model';
