'use client';
import { type MouseEvent, useEffect, useRef } from 'react';
import type { Problem } from '@/lib/domain/refusal';
import classes from './entry.module.css';
import { focusField } from './focus-field';
import type { DraftForm } from './parts/draft';

/** Every refusal in one place, each leading to its field. */
export function ProblemSummary({ problem, form }: { problem: Problem | null; form: DraftForm }) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) top.current?.focus();
  }, [problem]);
  if (!problem) return null;
  const go = (path: string) => (event: MouseEvent) => {
    event.preventDefault();
    focusField(path);
  };
  return (
    <div ref={top} tabIndex={-1} role="alert" className={classes.summary}>
      <strong>{problem.fields.length > 0 ? 'Not saved yet. Nothing is lost.' : problem.title}</strong>
      {problem.fields.length === 0 && <p>{problem.detail}</p>}
      <ul className={classes.problems}>
        {Object.entries(form.errors).map(([path, message]) => (
          <li key={path}>
            <a href={`#${path}`} onClick={go(path)}>
              {labelOf(path)}
            </a>
            : {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The field's own label, read where it stands. */
function labelOf(path: string): string {
  const field = document.getElementById(path);
  const label =
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
      ? field.labels?.[0]
      : document.getElementById(field?.getAttribute('aria-labelledby') ?? '');
  return label?.textContent?.replace(/ ?\*$/, '') ?? path;
}
