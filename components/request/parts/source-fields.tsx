'use client';
import { SOURCE_CHANNELS } from '@/lib/domain/intake';
import { Choice } from './choice';
import type { DraftForm } from './draft';
import classes from './fields.module.css';
import { Line } from './line';

const BY_HAND = SOURCE_CHANNELS.filter((channel) => channel !== 'api' && channel !== 'import');

export function SourceFields({ form }: { form: DraftForm }) {
  return (
    <>
      <Choice form={form} path="source.channel" label="Came by" options={BY_HAND} />
      <div className={classes.fields}>
        <Line form={form} path="source.referrer" label="Referred by" />
        <Line form={form} path="source.referrerNpi" label="Their NPI" inputMode="numeric" />
        <Line form={form} path="source.referrerFax" label="Their fax" inputMode="tel" />
        <Line form={form} path="source.campaign" label="Heard of us through" />
      </div>
    </>
  );
}
