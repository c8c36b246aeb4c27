import { z } from 'zod';
import { opening } from '@/lib/door/door';
import { line } from '@/lib/door/input';
import { sealSearchWords } from '@/lib/door/search-seal';

/** The words of a search, as they may stand in an address. */
export const sealSearch = opening({
  action: 'search.seal',
  input: z.strictObject({ words: line(200) }),
  isQuiet: true,
  changesNothing: true,
  run: async (_, { words }) => ({ find: sealSearchWords(words) }),
});
