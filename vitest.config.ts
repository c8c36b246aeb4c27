import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const project = (name: string, include: string[], isParallel: boolean, globalSetup: string[] = []) => ({
  extends: true as const,
  // One process loads the house once and serves file after file: loading it anew took as long as testing it.
  test: { name, include, fileParallelism: isParallel, maxWorkers: 2, isolate: false, globalSetup },
});

export default defineConfig({
  resolve: { alias: { '@': here, 'server-only': `${here}/tests/house/empty.ts` } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      project('house', ['tests/*.test.ts'], true, ['tests/house/template.ts']),
      project('http', ['tests/http/*.test.ts'], false),
      project('commands', ['tests/commands/*.test.{ts,mjs}', 'tests/torture/*.test.ts'], false),
      project('torture', ['tests/torture/*.test.ts'], false),
    ],
  },
});
