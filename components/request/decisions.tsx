'use client';
import type { ReactNode } from 'react';
import { VerdictChip } from '@/components/ui/chip';
import { When } from '@/components/ui/when';
import type { DecisionShown } from '@/lib/domain/desk';
import { procedureOf } from '@/lib/domain/procedures';
import { wordsFor } from '@/lib/domain/reasons';
import { type Fact, Facts } from './facts';
import classes from './request.module.css';
import { said } from './words';

type Props = { readonly decisions: readonly DecisionShown[]; readonly now: string; readonly amend?: ReactNode };

const READ_ON: Record<DecisionShown['imagesReviewedOn'], string> = {
  clinic_pacs: 'Clinic PACS',
  reference_viewer: 'Reference viewer',
  report_only: 'Report only',
  not_recorded: 'Not recorded',
};

/** The version that holds, then the ones before it. None is ever taken away. */
export function Decisions({ decisions, now, amend }: Props) {
  const [latest, ...earlier] = decisions;
  if (!latest) return null;
  return (
    <section className={classes.part} aria-label="Decision">
      <h2 className={classes.heading}>Decision {amend}</h2>
      <Decision decision={latest} now={now} />
      {earlier.map((decision) => (
        <div key={decision.id} className={classes.earlier}>
          <p className={classes.was}>Earlier, version {decision.version}, replaced</p>
          <Decision decision={decision} now={now} />
        </div>
      ))}
    </section>
  );
}

function Decision({ decision, now }: { decision: DecisionShown; now: string }) {
  const list = (codes: readonly string[]) => (codes.length > 0 ? codes.map(wordsFor).join(', ') : undefined);
  const facts: Fact[] = [
    [
      'Procedure',
      decision.procedures
        .map(({ code, levels, side }) =>
          [procedureOf(code)?.words ?? code, levels.join(', '), side && said(side).toLowerCase()]
            .filter(Boolean)
            .join(' '),
        )
        .join('; ') || undefined,
    ],
    ['Why', list(decision.reasons)],
    ['Needs', list(decision.needs)],
    ['Conditions', list(decision.conditions)],
    ['Read on', READ_ON[decision.imagesReviewedOn]],
    ['Amended for', decision.amendReason ?? undefined],
  ];
  return (
    <>
      <p className={classes.verdict}>
        <VerdictChip verdict={decision.verdict} />{' '}
        <span>
          {decision.surgeon.name}, <When at={decision.at} now={now} />
        </span>
      </p>
      {decision.message && <blockquote className={classes.story}>{decision.message}</blockquote>}
      <Facts facts={facts.filter(([, value]) => value !== undefined)} />
    </>
  );
}
