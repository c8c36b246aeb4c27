'use client';
import { Button, CloseButton } from '@mantine/core';
import { CARE_KINDS, EFFECTS } from '@/lib/domain/intake';
import { said } from '../words';
import { Choice } from './choice';
import { type DraftForm, EMPTY_CARE } from './draft';
import classes from './fields.module.css';
import { Line } from './line';
import { OrUnknown } from './or-unknown';

/** One line for each thing tried. */
export function CareFields({ form }: { form: DraftForm }) {
  return (
    <>
      {form.values.conservativeCare.map((line, at) => (
        <section key={form.key(`conservativeCare.${at}`)} className={classes.line} aria-label={said(line.kind)}>
          <header>
            {said(line.kind)}
            <CloseButton
              aria-label={`Remove ${said(line.kind)}`}
              onClick={() => form.removeListItem('conservativeCare', at)}
            />
          </header>
          <div className={classes.fields}>
            <OrUnknown form={form} path={`conservativeCare.${at}.weeks`} label="Weeks" />
            <OrUnknown form={form} path={`conservativeCare.${at}.lastDate`} label="Last on" type="date" />
            {line.kind === 'opioid' && (
              <OrUnknown form={form} path={`conservativeCare.${at}.mmePerDay`} label="MME a day" />
            )}
            {line.kind === 'injection' && (
              <>
                <OrUnknown form={form} path={`conservativeCare.${at}.count`} label="How many" />
                <OrUnknown form={form} path={`conservativeCare.${at}.reliefPercent`} label="Best relief, %" />
              </>
            )}
            <Line
              form={form}
              path={`conservativeCare.${at}.detail`}
              label={line.kind === 'injection' ? 'Which' : 'Detail'}
            />
            <Choice form={form} path={`conservativeCare.${at}.effect`} label="Effect" options={EFFECTS} />
          </div>
        </section>
      ))}
      <div id="conservativeCare" tabIndex={-1} className={classes.pills}>
        {CARE_KINDS.map((kind) => (
          <Button
            key={kind}
            size="compact-sm"
            variant="default"
            onClick={() => form.insertListItem('conservativeCare', { ...EMPTY_CARE, kind })}
          >
            + {said(kind)}
          </Button>
        ))}
      </div>
    </>
  );
}
