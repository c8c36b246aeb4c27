/** How well the letters fit, in order; null where they do not. The start of a word and letters side by side fit best. */
export function fitting(typed: string, words: string): number | null {
  const [wanted, said] = [typed.toLowerCase().replaceAll(' ', ''), words.toLowerCase()];
  let score = 0;
  let at = -1;
  for (const letter of wanted) {
    const next = said.indexOf(letter, at + 1);
    if (next < 0) return null;
    const isStart = next === 0 || /[^\p{L}\p{N}]/u.test(said[next - 1] ?? '');
    score += next === at + 1 ? 3 : isStart ? 2 : -Math.min(3, next - at - 1) / 3;
    at = next;
  }
  return score - said.length / 100;
}

/** The best first; of equals the order stays. */
export function found<T extends { readonly words: string }>(typed: string, all: readonly T[]): T[] {
  return all
    .flatMap((one) => {
      const score = fitting(typed, one.words);
      return score === null ? [] : [{ one, score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ one }) => one);
}

/** "123", "mr123", "MR-000123" */
export function numberIn(typed: string): string | null {
  const [, digits = ''] = /^(?:mr)?[\s-]*0*(\d{1,9})$/i.exec(typed.trim()) ?? [];
  return digits && Number(digits) > 0 ? `MR-${digits.padStart(6, '0')}` : null;
}
