'use client';
import type { Problem } from '@/lib/domain/refusal';
import classes from './said.module.css';

/** One line where the eye is: what was not saved, why, and what to do. */
export function ProblemLine({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  const said = problem.fields.map(({ message }) => message).join('; ') || problem.detail;
  return (
    <p role="alert" className={classes.problem}>
      <b>{problem.title}.</b> {said}
      {problem.code === 'unauthenticated' && (
        <>
          {' '}
          <a href="/sign-in" target="_blank" rel="noreferrer">
            Sign in (new tab)
          </a>
        </>
      )}
    </p>
  );
}
