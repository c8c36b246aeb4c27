'use client';
import { Button, CloseButton } from '@mantine/core';
import { PLAN_TYPES, YES_NO } from '@/lib/domain/intake';
import { heightAsSaid, weightAsSaid } from '../as-said';
import { Choice } from './choice';
import { type DraftForm, EMPTY_OPERATION } from './draft';
import classes from './fields.module.css';
import { Line, Passage } from './line';
import { More } from './more';
import { OrUnknown } from './or-unknown';

export function ReportFields({ form }: { form: DraftForm }) {
  return (
    <div className={classes.fields}>
      <Passage form={form} path="report.text" label="Text of the radiology report" rows={5} />
      <Line form={form} path="report.radiologist" label="Radiologist" />
      <OrUnknown form={form} path="report.date" label="Signed on" type="date" />
    </div>
  );
}

export function SurgeryFields({ form }: { form: DraftForm }) {
  function add() {
    if (form.values.priorSurgery.had === '') form.setFieldValue('priorSurgery.had', 'yes');
    form.insertListItem('priorSurgery.operations', EMPTY_OPERATION);
  }
  return (
    <>
      <Choice form={form} path="priorSurgery.had" label="Spine surgery before" options={YES_NO} />
      {form.values.priorSurgery.operations.map((operation, at) => (
        <section
          key={form.key(`priorSurgery.operations.${at}`)}
          className={classes.line}
          aria-label={`Operation ${at + 1}`}
        >
          <header>
            {operation.procedure || `Operation ${at + 1}`}
            <CloseButton
              aria-label={`Remove operation ${at + 1}`}
              onClick={() => form.removeListItem('priorSurgery.operations', at)}
            />
          </header>
          <div className={classes.fields}>
            <Line form={form} path={`priorSurgery.operations.${at}.procedure`} label="What was done" />
            <Line form={form} path={`priorSurgery.operations.${at}.levels`} label="Levels" placeholder="L4-L5" />
            <OrUnknown form={form} path={`priorSurgery.operations.${at}.year`} label="Year" />
            <Choice form={form} path={`priorSurgery.operations.${at}.hasHardware`} label="Hardware" options={YES_NO} />
            <Choice
              form={form}
              path={`priorSurgery.operations.${at}.isSameSite`}
              label="Where it hurts now"
              options={YES_NO}
            />
          </div>
        </section>
      ))}
      <div id="priorSurgery.operations" tabIndex={-1} className={classes.pills}>
        <Button size="compact-sm" variant="default" onClick={add}>
          + Operation
        </Button>
      </div>
      <div className={classes.fields}>
        <Line form={form} path="priorSurgery.detail" label="Anything else about it" isWide />
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

const RARER = {
  cpap: 'Uses CPAP',
  heartDisease: 'Heart disease',
  lungDisease: 'Lung disease',
  kidneyDisease: 'Kidney disease',
  latexAllergy: 'Latex allergy',
  contrastAllergy: 'Contrast allergy',
  implant: 'Pacemaker or other implant',
  livesAlone: 'Lives alone',
  carer: 'Somebody at home after',
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
      <More
        form={form}
        label="Heart, lung, kidney, allergies, implants, at home"
        paths={[...Object.keys(RARER), 'travelMinutes'].map((key) => `fitness.${key}`)}
      >
        {Object.entries(RARER).map(([key, label]) => (
          <Choice key={key} form={form} path={`fitness.${key}`} label={label} options={YES_NO} />
        ))}
        <div className={classes.fields}>
          <OrUnknown form={form} path="fitness.travelMinutes" label="Minutes to the clinic" />
        </div>
      </More>
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
        {form.values.insurance.injuryClaim === 'yes' && (
          <OrUnknown form={form} path="insurance.injuryDate" label="Injured on" type="date" />
        )}
      </div>
    </>
  );
}

function savedAs(stored: string, typed: string, unit: string): string | undefined {
  return stored !== '' && stored !== 'unknown' && !Number.isNaN(Number(stored)) && stored !== typed.trim()
    ? `Saved as ${stored} ${unit}`
    : undefined;
}
