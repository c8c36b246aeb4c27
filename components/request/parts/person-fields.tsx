'use client';
import { useClinic } from '@/components/ui/clinic';
import { ageOn, LANGUAGES, PREFERRED_CHANNELS, SEXES, YES_NO } from '@/lib/domain/intake';
import { dayOf } from '@/lib/domain/working-time';
import { phoneAsSaid } from '../as-said';
import { Choice } from './choice';
import type { DraftForm } from './draft';
import classes from './fields.module.css';
import { Line } from './line';
import { More } from './more';

const RARER = [
  'preferredName',
  'pronouns',
  'otherLanguage',
  'country',
  'proxyName',
  'proxyRelation',
  'proxyAuthority',
  'doNotContact',
];

/** The first breath of a call: who is this, and the number to call back if it breaks off. */
export function NameFields({ form }: { form: DraftForm }) {
  const { dateOfBirth, phone } = form.values.person;
  return (
    <div className={classes.fields}>
      <Line form={form} path="person.firstName" label="First name" isRequired />
      <Line form={form} path="person.lastName" label="Last name" isRequired />
      <Line
        form={form}
        path="person.dateOfBirth"
        label="Date of birth"
        type="date"
        note={useAge(dateOfBirth)}
        isRequired
      />
      <Line
        form={form}
        path="person.phone"
        label="Phone"
        inputMode="tel"
        placeholder="305 555 0123"
        note={savedAs(phone)}
        isRequired
      />
      <Choice form={form} path="person.sexAtBirth" label="Sex at birth" options={SEXES} />
    </div>
  );
}

export function ContactFields({ form }: { form: DraftForm }) {
  return (
    <div className={classes.fields}>
      <Line form={form} path="person.state" label="State of residence" placeholder="FL" note="Two letters" />
      <Line form={form} path="person.postcode" label="Postcode" />
      <Line
        form={form}
        path="person.secondPhone"
        label="Second phone"
        inputMode="tel"
        note={savedAs(form.values.person.secondPhone)}
      />
      <Line form={form} path="person.email" label="E-mail" inputMode="email" />
      <Line form={form} path="person.bestHours" label="Best hours" placeholder="after 17:00" />
      <Choice form={form} path="person.preferredChannel" label="Prefers" options={PREFERRED_CHANNELS} />
      <Choice form={form} path="person.mayLeaveVoicemail" label="Voicemail is fine" options={YES_NO} />
      <Choice form={form} path="person.language" label="Language" options={LANGUAGES} />
      <Choice form={form} path="person.needsInterpreter" label="Interpreter" options={YES_NO} />
      <More
        form={form}
        label="Name they go by, who speaks for them, abroad"
        paths={RARER.map((key) => `person.${key}`)}
      >
        <div className={classes.fields}>
          <Line form={form} path="person.preferredName" label="Preferred name" />
          <Line form={form} path="person.pronouns" label="Pronouns" />
          <Line form={form} path="person.otherLanguage" label="Other language" placeholder="Haitian Creole" />
          <Line form={form} path="person.country" label="Country" placeholder="US" note="Two letters" />
          <Line form={form} path="person.proxyName" label="Who speaks for them" />
          <Line form={form} path="person.proxyRelation" label="Relation" placeholder="daughter" />
          <Line form={form} path="person.proxyAuthority" label="By what right" placeholder="health care proxy" />
        </div>
        <Choice form={form} path="person.doNotContact" label="Do not contact" options={YES_NO} />
      </More>
    </div>
  );
}

export function PersonFields({ form }: { form: DraftForm }) {
  return (
    <>
      <NameFields form={form} />
      <ContactFields form={form} />
    </>
  );
}

function useAge(dateOfBirth: string): string | undefined {
  const { timeZone, now } = useClinic();
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(dateOfBirth)) return undefined;
  const age = ageOn(dateOfBirth, dayOf(new Date(now()), timeZone));
  return age >= 0 ? `${age} years old` : 'in the future';
}

function savedAs(phone: string): string | undefined {
  const stored = phoneAsSaid(phone);
  return stored.startsWith('+') && stored !== phone.trim() ? `Saved as ${stored}` : undefined;
}
