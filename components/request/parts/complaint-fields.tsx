'use client';
import {
  type Complaint,
  DOMINANT_PAINS,
  PAIN_PATTERNS,
  REGIONS,
  SIDES,
  SITTING_LIMITS,
  WALKING_LIMITS,
  YES_NO,
} from '@/lib/domain/intake';
import { redFlagsOf, urgencyOf } from '@/lib/domain/red-flags';
import { monthsAsSaid } from '../as-said';
import { EmergencyWords } from '../emergency-words';
import { Choice } from './choice';
import { type Draft, type DraftForm, intakeOf } from './draft';
import classes from './fields.module.css';
import { Line, Passage } from './line';
import { More } from './more';
import { OrUnknown } from './or-unknown';
import script from './script.module.css';

const SCORES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'unknown'] as const;

export function ComplaintFields({ form }: { form: DraftForm }) {
  const { durationMonths } = form.values.complaint;
  const months = monthsAsSaid(durationMonths);
  return (
    <>
      {makesEmergency(form.values) && (
        <div className={script.stays}>
          <EmergencyWords />
        </div>
      )}
      <Choice form={form} path="complaint.region" label="Where *" options={REGIONS} />
      <Choice form={form} path="complaint.dominantPain" label="Worst in the" options={DOMINANT_PAINS} />
      <Choice form={form} path="complaint.side" label="Side" options={SIDES} />
      <Choice form={form} path="complaint.worstPain" label="Back or neck, worst" options={SCORES} />
      <Choice form={form} path="complaint.limbWorstPain" label="Leg or arm, worst" options={SCORES} />
      <Choice form={form} path="complaint.numbness" label="Numbness" options={YES_NO} />
      <Choice form={form} path="complaint.weakness" label="Weakness" options={YES_NO} />
      <Choice form={form} path="complaint.betterBendingForward" label="Better bending or sitting" options={YES_NO} />
      <Choice form={form} path="complaint.walkingLimit" label="Walks" options={WALKING_LIMITS} />
      <div className={classes.fields}>
        <OrUnknown
          form={form}
          path="complaint.durationMonths"
          label="For how long"
          placeholder="14 months, 3 years"
          note={
            months && months !== 'unknown' && months !== durationMonths.trim()
              ? `Saved as ${months} months`
              : 'In months unless you say years or weeks'
          }
        />
        <OrUnknown form={form} path="complaint.work" label="Work" />
        <Line form={form} path="complaint.goal" label="What they want to do again" isWide />
        <Passage form={form} path="complaint.story" label="In their words" />
      </div>
      <MoreOfThePain form={form} />
    </>
  );
}

const RARER = {
  averagePain: 'Back or neck, average',
  painNow: 'Back or neck, now',
  limbAveragePain: 'Leg or arm, average',
  limbPainNow: 'Leg or arm, now',
} as const;
const PATHS = [
  ...Object.keys(RARER),
  ...['radiation', 'onsetDate', 'onset', 'pattern', 'worseCoughing', 'sittingLimit', 'wakesAtNight'],
  ...['disabilityIndex', 'wantsSurgery'],
].map((key) => `complaint.${key}`);

function MoreOfThePain({ form }: { form: DraftForm }) {
  const index = form.values.complaint.region === 'cervical' ? 'Neck Disability Index, %' : 'Oswestry index, %';
  return (
    <More form={form} label="Where it goes, how it began, how they sit and sleep" paths={PATHS}>
      <div className={classes.fields}>
        <Line form={form} path="complaint.radiation" label="Where it goes" placeholder="outer calf, big toe" isWide />
        <OrUnknown form={form} path="complaint.onsetDate" label="Began on" type="date" />
        <OrUnknown form={form} path="complaint.disabilityIndex" label={index} />
        <Line form={form} path="complaint.onset" label="How it began" isWide />
      </div>
      {Object.entries(RARER).map(([key, label]) => (
        <Choice key={key} form={form} path={`complaint.${key}`} label={label} options={SCORES} />
      ))}
      <Choice form={form} path="complaint.pattern" label="The pain is" options={PAIN_PATTERNS} />
      <Choice form={form} path="complaint.worseCoughing" label="Worse coughing, straining" options={YES_NO} />
      <Choice form={form} path="complaint.sittingLimit" label="Sits" options={SITTING_LIMITS} />
      <Choice form={form} path="complaint.wakesAtNight" label="Wakes at night" options={YES_NO} />
      <Choice form={form} path="complaint.wantsSurgery" label="Would have surgery" options={YES_NO} />
    </More>
  );
}

/** Said again here where the complaint makes a flag graver: the script may be out of sight. */
function makesEmergency(draft: Draft): boolean {
  const intake = intakeOf(draft);
  const { region } = intake.complaint;
  const isEmergency = (complaint: Complaint) => urgencyOf(redFlagsOf({ ...intake, complaint })) === 'emergency';
  return isEmergency(intake.complaint) && !isEmergency({ region });
}
