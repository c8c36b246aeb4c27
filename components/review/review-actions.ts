import type { Action } from '@/components/ui/use-save';

type Moved = { readonly number: string; readonly version: number };

export type ReviewActions = {
  readonly claim: Action<Moved>;
  readonly move: Action<Moved>;
  readonly decide: Action<Moved>;
};
