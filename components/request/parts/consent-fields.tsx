'use client';
import { Choice } from './choice';
import type { DraftForm } from './draft';

const ASKED = ['yes', 'no'] as const;

export function ConsentFields({ form }: { form: DraftForm }) {
  return (
    <>
      <Choice
        form={form}
        path="consents.review"
        label="May we review your records? The answer is provisional, without an examination, and is not emergency care."
        options={ASKED}
        look="long"
      />
      <Choice form={form} path="consents.phone" label="May we call?" options={ASKED} look="long" />
      <Choice form={form} path="consents.text" label="May we text?" options={ASKED} look="long" />
      <Choice form={form} path="consents.email" label="May we e-mail?" options={ASKED} look="long" />
    </>
  );
}
