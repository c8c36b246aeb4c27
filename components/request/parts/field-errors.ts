import type { Problem } from '@/lib/domain/refusal';
import type { DraftForm } from './draft';

/** Each message at its path; of a field left empty it says no more than that it is needed. */
export function fieldErrors(problem: Problem, form: DraftForm): Record<string, string> {
  return Object.fromEntries(
    problem.fields.map(({ path, message }) => [path, form.getInputProps(path).value === '' ? 'still needed' : message]),
  );
}
