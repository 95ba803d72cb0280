import { z } from 'zod';

/** What comes in by forms. Lengths are bounded before anything is hashed or looked up. */

export const emailAddress = z.string().trim().max(254).pipe(z.email());

export const newPassword = z.string().min(8).max(200);

export const personName = z.string().trim().min(1).max(100);

export const signInInput = z.object({ email: emailAddress, password: z.string().min(1).max(200) });

export const signUpInput = z
  .object({ name: personName, email: emailAddress, password: newPassword })
  .refine(({ email, password }) => password.toLowerCase() !== email.toLowerCase(), {
    path: ['password'],
    error: 'password_same_as_email',
  });

export const emailTokenInput = z.object({ token: z.string().min(20).max(100) });

export const resetPasswordInput = emailTokenInput.extend({ password: newPassword });

export const changePasswordInput = z.object({
  currentPassword: z.string().min(1).max(200),
  password: newPassword,
});
