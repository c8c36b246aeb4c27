'use client';
import { PLAN_TYPES, YES_NO } from '@/lib/domain/intake';
import { heightAsSaid, weightAsSaid } from '../as-said';
import { Choice } from './choice';
import type { DraftForm } from './draft';
import classes from './fields.module.css';
import { Line, Passage } from './line';
import { OrUnknown } from './or-unknown';

export function ReportFields({ form }: { form: DraftForm }) {
  return (
    <div className={classes.fields}>
      <Passage form={form} path="report.text" label="Text of the radiology report" rows={5} />
    </div>
  );
}

export function SurgeryFields({ form }: { form: DraftForm }) {
  return (
    <>
      <Choice form={form} path="priorSurgery.had" label="Spine surgery before" options={YES_NO} />
      <div className={classes.fields}>
        <Line form={form} path="priorSurgery.detail" label="What, which level, which year, hardware" isWide />
      </div>
    </>
  );
}

const FITNESS = {
  nicotine: 'Nicotine',
  diabetes: 'Diabetes',
  sleepApnea: 'Sleep apnea',
  anticoagulant: 'Blood thinner',
  opioid: 'Opioid',
  osteoporosis: 'Osteoporosis',
  escort: 'Has an escort home',
} as const;

export function FitnessFields({ form }: { form: DraftForm }) {
  const { heightCm, weightKg } = form.values.fitness;
  return (
    <>
      <div className={classes.fields}>
        <OrUnknown
          form={form}
          path="fitness.heightCm"
          label="Height"
          placeholder={'5\'11" or 180 cm'}
          note={savedAs(heightAsSaid(heightCm), heightCm, 'cm')}
        />
        <OrUnknown
          form={form}
          path="fitness.weightKg"
          label="Weight"
          placeholder="200 lb or 91 kg"
          note={savedAs(weightAsSaid(weightKg), weightKg, 'kg')}
        />
        <OrUnknown form={form} path="fitness.hba1c" label="HbA1c, %" />
      </div>
      {Object.entries(FITNESS).map(([key, label]) => (
        <Choice key={key} form={form} path={`fitness.${key}`} label={label} options={YES_NO} />
      ))}
      <div className={classes.fields}>
        <Line form={form} path="fitness.detail" label="Anything else about their health" isWide />
      </div>
    </>
  );
}

export function InsuranceFields({ form }: { form: DraftForm }) {
  return (
    <>
      <Choice form={form} path="insurance.planType" label="Plan" options={PLAN_TYPES} />
      <Choice form={form} path="insurance.injuryClaim" label="Injury claim" options={YES_NO} />
      <div className={classes.fields}>
        <OrUnknown form={form} path="insurance.payer" label="Payer" />
        <Line form={form} path="insurance.memberId" label="Member id" />
      </div>
    </>
  );
}

function savedAs(stored: string, typed: string, unit: string): string | undefined {
  return stored !== '' && stored !== 'unknown' && !Number.isNaN(Number(stored)) && stored !== typed.trim()
    ? `Saved as ${stored} ${unit}`
    : undefined;
}
