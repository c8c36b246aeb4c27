import type { Region } from '@/lib/domain/intake';
import { DECISION_REASONS, NEEDS } from '@/lib/domain/reasons';
import type { Field as Wanted } from '@/lib/domain/refusal';
import { CodesField } from './codes-field';
import { ASKED, type Draft } from './draft';
import { Field } from './field';
import { ProcedureField } from './procedure-field';
import { TextField } from './text-field';
import { VerdictField } from './verdict-field';

type Props = {
  readonly draft: Draft;
  readonly region: Region;
  readonly wanted: readonly Wanted[];
  readonly onChange: (part: Partial<Draft>) => void;
};

/** The verdict first; then only what goes with it. */
export function DecisionFields({ draft, region, wanted, onChange }: Props) {
  const { verdict } = draft;
  const asked = verdict && ASKED[verdict];
  return (
    <>
      <VerdictField verdict={verdict} wanted={wanted} onChoose={(one) => onChange({ verdict: one })} />
      {asked && asked.reasons !== 'no' && (
        <CodesField
          title="Why"
          path="reasons"
          isOptional={false}
          codes={DECISION_REASONS}
          chosen={draft.reasons}
          wanted={wanted}
          onChange={(reasons) => onChange({ reasons })}
        />
      )}
      {asked && asked.needs === 'needed' && <Needs {...{ draft, wanted, onChange }} isOptional={false} />}
      {asked && asked.procedures !== 'no' && (
        <ProcedureField
          key={asked.procedures}
          planned={draft.procedures}
          region={region}
          isOptional={asked.procedures === 'optional'}
          wanted={wanted}
          onChange={(procedures) => onChange({ procedures })}
        />
      )}
      {asked && (
        <TextField
          title="To the person, in plain words"
          path="message"
          rows={4}
          value={draft.message}
          wanted={wanted}
          onChange={(message) => onChange({ message })}
        />
      )}
      {asked && asked.needs === 'optional' && <Needs {...{ draft, wanted, onChange }} isOptional />}
      {asked && asked.conditions !== 'no' && (
        <Field
          title="Conditions"
          isOptional
          path=""
          wanted={[]}
          hasValue={draft.conditions !== '' || wanted.some(({ path }) => path.startsWith('conditions'))}
        >
          <TextField
            title="One a line"
            path="conditions"
            rows={2}
            value={draft.conditions}
            wanted={wanted}
            onChange={(conditions) => onChange({ conditions })}
          />
        </Field>
      )}
    </>
  );
}

function Needs({ draft, wanted, onChange, isOptional }: Omit<Props, 'region'> & { isOptional: boolean }) {
  return (
    <CodesField
      title={isOptional ? 'Needed first' : 'What is needed'}
      path="needs"
      isOptional={isOptional}
      codes={NEEDS}
      chosen={draft.needs}
      wanted={wanted}
      onChange={(needs) => onChange({ needs })}
    />
  );
}
