/** Works out the next answer while somebody waits for something else: only the last one begun is kept. Asked for anything else, it is worked out then. */
export function ahead<A extends object, O>(work: (asked: A) => Promise<O>) {
  let begun: { readonly key: string; readonly answer: Promise<O> } | null = null;
  return {
    begin(asked: A): void {
      const answer = work(asked);
      begun = { key: JSON.stringify(asked), answer };
      // Whoever comes for it is told; a failure that nobody comes for is nobody's.
      answer.catch(() => undefined);
    },
    take(asked: A): Promise<O> {
      const found = begun?.key === JSON.stringify(asked) ? begun.answer : work(asked);
      begun = null;
      return found;
    },
  };
}
