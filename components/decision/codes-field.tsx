import type { Coded } from '@/lib/domain/reasons';
import type { Field as Wanted } from '@/lib/domain/refusal';
import { Field } from './field';
import { Pick, Picks } from './pick';

type Props = {
  readonly title: string;
  readonly path: 'reasons' | 'needs';
  readonly isOptional: boolean;
  readonly codes: readonly Coded[];
  readonly chosen: readonly string[];
  readonly wanted: readonly Wanted[];
  readonly onChange: (chosen: readonly string[]) => void;
};

export function CodesField({ title, path, isOptional, codes, chosen, wanted, onChange }: Props) {
  const toggle = (code: string) => onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <Field title={title} isOptional={isOptional} path={path} wanted={wanted} hasValue={chosen.length > 0}>
      <Picks>
        {codes.map(({ code, words }) => (
          <Pick key={code} type="checkbox" name={path} value={code} isChosen={chosen.includes(code)} onChoose={() => toggle(code)}>{words}</Pick>
        ))}
      </Picks>
    </Field>
  );
}
