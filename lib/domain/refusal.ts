/** The one way this house says no. Thrown by rules, caught once, by the door. Values are HTTP statuses. */
export const REFUSALS = {
  unauthenticated: 401,
  forbidden: 403,
  bad_origin: 403,
  not_found: 404,
  conflict: 409,
  illegal_move: 409,
  not_mergeable: 409,
  too_late: 409,
  gone: 410,
  too_large: 413,
  invalid: 422,
  incomplete: 422,
  key_reused: 422,
  too_many: 429,
  damaged: 500,
  not_set_up: 503,
  busy: 503,
} as const;
export type RefusalCode = keyof typeof REFUSALS;
export type Field = { readonly path: string; readonly message: string };

export const REFUSAL_TITLES: Record<RefusalCode, string> = {
  unauthenticated: 'Sign in first',
  forbidden: 'Your role may not do this',
  bad_origin: 'The Origin header does not belong to this clinic',
  not_found: 'Nothing here that you may see',
  conflict: 'Somebody else changed this first',
  illegal_move: 'The request cannot go there from its stage',
  not_mergeable: 'These two cannot become one, or not apart',
  too_late: 'This can no longer be undone',
  gone: 'This link was used or has expired',
  too_large: 'The body is too large',
  invalid: 'Some fields cannot be read',
  incomplete: 'Some fields are still needed',
  key_reused: 'This Idempotency-Key was used for another body',
  too_many: 'Too many attempts',
  damaged: 'This file is not as it was kept',
  not_set_up: 'This clinic has no administrator yet',
  busy: 'The database is not reachable at the moment',
};

export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
    readonly fields: readonly Field[] = [],
    readonly current?: Readonly<Record<string, unknown>>,
  ) {
    super(code);
  }
}

/** Ends the attempt. `fields` name what to mend; `current` is what stands now (on a conflict). */
export function refuse(
  code: RefusalCode,
  detail: string = REFUSAL_TITLES[code],
  fields?: readonly Field[],
  current?: Readonly<Record<string, unknown>>,
): never {
  throw new Refusal(code, detail, fields, current);
}

/** What went wrong, as a person is told it: the words of an RFC 9457 problem. */
export type Problem = {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly fields: readonly Field[];
  readonly current?: Readonly<Record<string, unknown>>;
};
export type Answer<O> = { readonly ok: true; readonly answer: O } | { readonly ok: false; readonly problem: Problem };
