import { type Coded, wordsFor } from '@/lib/domain/reasons';
import type { Field as Wanted } from '@/lib/domain/refusal';
import { Field } from './field';
import { Picks } from './pick';

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
  const toggle = (code: string) =>
    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <Field title={title} isOptional={isOptional} path={path} wanted={wanted} hasValue={chosen.length > 0}>
      <Picks
        type="checkbox"
        name={path}
        values={codes.map(({ code }) => code)}
        words={wordsFor}
        chosen={chosen}
        onChoose={toggle}
      />
    </Field>
  );
}
