import { z } from 'zod';
import { IMAGES_REVIEWED_ON, VERDICTS } from '@/lib/domain/candidacy';
import { LEVELS, PROCEDURE_CODES, PROCEDURE_SIDES } from '@/lib/domain/procedures';
import { NEED_CODES, REASON_CODES } from '@/lib/domain/reasons';
import { line, text } from './input';

/** What a surgeon marks, first time and amended. */
export const decisionParts = {
  verdict: z.enum(VERDICTS),
  procedures: z
    .array(
      z.strictObject({
        code: z.enum(PROCEDURE_CODES),
        levels: z.array(z.enum(LEVELS)).max(8).default([]),
        side: z.enum(PROCEDURE_SIDES).optional(),
      }),
    )
    .max(6)
    .default([]),
  reasons: z.array(z.enum(REASON_CODES)).max(8).default([]),
  needs: z.array(z.enum(NEED_CODES)).max(12).default([]),
  conditions: z.array(line(200)).max(8).default([]),
  message: z.literal('').or(text(10_000)).default(''),
  imagesReviewedOn: z.enum(IMAGES_REVIEWED_ON).default('not_recorded'),
};
