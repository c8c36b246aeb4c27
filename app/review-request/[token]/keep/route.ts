import { keepForm } from '@/lib/commands/keep-form';
import { FORM_STEPS, type FormStep } from '@/lib/domain/form-fields';
import { once, take } from '@/lib/door/public';

type Context = { params: Promise<{ token: string }> };

export async function POST(request: Request, { params }: Context) {
  const { token } = await params;
  return take(
    keepForm,
    request,
    (said) => {
      const go = once(said, 'go');
      const fields = [...new Set(said.keys())].filter((name) => name !== 'go' && name !== 'step');
      return {
        token,
        step: once(said, 'step'),
        typed: Object.fromEntries(fields.map((name) => [name, said.getAll(name)])),
        ...(go === 'en' || go === 'es' ? { language: go } : {}),
      };
    },
    {
      done: ({ isWhole, language, isEmergency }, said) => {
        const step = once(said, 'step') as FormStep;
        const to = goesTo(step, once(said, 'go'), isWhole, isEmergency);
        return { to: `/review-request/${token}?step=${to}&lang=${language}` };
      },
      refused: ({ code }) => (code === 'gone' ? '/review-request?ended=1' : null),
    },
  );
}

/** The next step, the one before, or the same again with what is to be mended. */
function goesTo(step: FormStep, go: string | undefined, isWhole: boolean, isEmergency: boolean): string {
  const at = FORM_STEPS.indexOf(step);
  if (go === 'back') return FORM_STEPS[at - 1] ?? step;
  if (go !== 'next') return step;
  if (!isWhole) return `${step}&check=1`;
  if (step === 'safety' && isEmergency) return 'emergency';
  return FORM_STEPS[at + 1] ?? 'check';
}
