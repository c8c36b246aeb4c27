import { expect } from 'vitest';

/** What is told, equal up to the last bits of a float. Rounding would not do: it may cut between two that are one. */
export function nearly(told: unknown): unknown {
  return JSON.parse(JSON.stringify(told), (_, value) => (typeof value === 'number' ? expect.closeTo(value, 9) : value));
}
