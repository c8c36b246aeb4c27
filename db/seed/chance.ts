/** Repeatable luck (mulberry32): the same seed and turn draw the same lots. */
export function chanceFrom(seed: number, turn = 0) {
  let state = (seed ^ Math.imul(turn + 1, 0x9e3779b1)) >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const of = (probability: number) => next() < probability;
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const between = (from: number, to: number) => from + next() * (to - from);

  function pick<T>(list: readonly T[]): T {
    return list[Math.floor(next() * list.length)] as T;
  }
  function weighted<T>(options: readonly (readonly [T, number])[]): T {
    let left = next() * options.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [option, weight] of options) {
      left -= weight;
      if (left < 0) return option;
    }
    return options[options.length - 1]?.[0] as T;
  }
  const among = <K extends string>(weights: Readonly<Record<K, number>>) =>
    weighted(Object.entries(weights) as [K, number][]);
  function normal(mean: number, deviation: number): number {
    return mean + deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  }
  const lognormal = (median: number, sigma: number) => median * Math.exp(normal(0, sigma));

  function shuffled<T>(list: readonly T[]): T[] {
    const cards = [...list];
    for (let last = cards.length - 1; last > 0; last--) {
      const other = whole(0, last);
      [cards[last], cards[other]] = [cards[other] as T, cards[last] as T];
    }
    return cards;
  }
  /** A UUIDv7 of that moment. */
  function id(at: Date): string {
    const hex = (digits: number) =>
      Math.floor(next() * 16 ** digits)
        .toString(16)
        .padStart(digits, '0');
    const time = at.getTime().toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(6)}${hex(6)}`;
  }
  /** A template with its {slots} filled; a slot of several wordings is drawn anew each time. */
  function fill(template: string, slots: Slots): string {
    return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const words = slots[name];
      if (words === undefined) throw new Error(`no words for ${whole} in "${template}"`);
      return fill(typeof words === 'string' ? words : pick(words), slots);
    });
  }
  /** One of several templates, filled, with capitals where sentences begin. */
  function tell(templates: readonly string[], slots: Slots = {}): string {
    return fill(pick(templates), slots).replace(
      /(^|[.!?] )(\p{Ll})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
  }

  return { next, of, whole, between, pick, weighted, among, normal, lognormal, shuffled, id, fill, tell };
}
export type Chance = ReturnType<typeof chanceFrom>;
export type Slots = Readonly<Record<string, string | readonly string[]>>;
