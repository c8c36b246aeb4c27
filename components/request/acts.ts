import type { Action } from '@/components/ui/use-save';

export type Act = Action<unknown>;

/** The commands this page may give. */
export type RequestActs = {
  readonly move: Act;
  readonly assign: Act;
  readonly tag: Act;
  readonly acknowledge: Act;
  readonly raise: Act;
  readonly remind: Act;
  readonly correct: Action<{ version: number }>;
  readonly writeNote: Act;
  readonly logContact: Act;
  readonly scheduleFollowUp: Act;
  readonly completeFollowUp: Act;
  readonly unmerge: Act;
  readonly dismiss: Act;
  readonly removeFile: Act;
};
