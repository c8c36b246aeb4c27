/** Equal in what is said, whatever order the keys were kept in. */
export function saysTheSame(a: unknown, b: unknown): boolean {
  return ordered(a) === ordered(b);
}

function ordered(said: unknown): string | undefined {
  return JSON.stringify(said, (_key, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}
