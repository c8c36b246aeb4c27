'use client';
import { Button, CloseButton } from '@mantine/core';
import { useClinic } from '@/components/ui/clinic';
import { MODALITIES, REGIONS, STUDY_STATUSES, SUPPLIES, YES_NO } from '@/lib/domain/intake';
import { dayOf } from '@/lib/domain/working-time';
import { ageOfDay } from '../clinic-time';
import { said } from '../words';
import { Choice } from './choice';
import { type DraftForm, EMPTY_STUDY } from './draft';
import classes from './fields.module.css';
import { OrUnknown } from './or-unknown';

export function ImagingFields({ form }: { form: DraftForm }) {
  const { timeZone, now } = useClinic();
  const age = (day: string) =>
    /^(19|20)\d\d-\d\d-\d\d$/.test(day) ? `${ageOfDay(day, dayOf(new Date(now()), timeZone))} old` : undefined;
  return (
    <>
      {form.values.imaging.map((study, at) => (
        <section key={form.key(`imaging.${at}`)} className={classes.line} aria-label={said(study.modality)}>
          <header>
            {said(study.modality)}
            <CloseButton
              aria-label={`Remove ${said(study.modality)}`}
              onClick={() => form.removeListItem('imaging', at)}
            />
          </header>
          <div className={classes.fields}>
            <OrUnknown
              form={form}
              path={`imaging.${at}.studyDate`}
              label="Study date"
              type="date"
              note={age(study.studyDate)}
            />
            <OrUnknown form={form} path={`imaging.${at}.facility`} label="Facility" />
            <Choice form={form} path={`imaging.${at}.region`} label="Region" options={REGIONS} />
            <Choice
              form={form}
              path={`imaging.${at}.supplied`}
              label="How we get it"
              options={SUPPLIES}
              words={{ none: 'Not yet' }}
            />
            <Choice form={form} path={`imaging.${at}.status`} label="Where it is" options={STUDY_STATUSES} />
            <OrUnknown form={form} path={`imaging.${at}.fieldStrength`} label="Field, tesla" />
            <Choice form={form} path={`imaging.${at}.contrast`} label="Contrast" options={YES_NO} />
          </div>
        </section>
      ))}
      <div id="imaging" tabIndex={-1} className={classes.pills}>
        {MODALITIES.map((modality) => (
          <Button
            key={modality}
            size="compact-sm"
            variant="default"
            onClick={() => form.insertListItem('imaging', { ...EMPTY_STUDY, modality })}
          >
            + {said(modality)}
          </Button>
        ))}
      </div>
    </>
  );
}
