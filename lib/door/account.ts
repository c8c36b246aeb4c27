import { z } from 'zod';
import { SHORTEST_PASSWORD } from '@/lib/domain/password';
import { foldEmail } from '@/lib/domain/sign-in';

/** What is typed about an account. */
export const email = z.string().max(254).transform(foldEmail).pipe(z.email('must be an e-mail address'));
export const newPassword = z
  .string()
  .min(SHORTEST_PASSWORD, `at least ${SHORTEST_PASSWORD} characters`)
  .max(256, 'at most 256 characters')
  .refine((typed) => typed.isWellFormed() && !typed.includes('\u0000'), 'holds a character that cannot be kept');
export const token = z.string().regex(/^[\w-]{20,100}$/, 'is not a link of this clinic');
