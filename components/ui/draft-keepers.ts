'use client';
import type { KeptDraft } from '@/lib/domain/drafts';
import { Keeper, type News } from './draft-keeper';
import type { DraftPlace } from './draft-post';
import { onBack } from './session-pause';

/** Every draft typed in this window: a form may come and go, its text stays until the window ends. */
const keepers = new Map<string, Keeper>();
let channel: BroadcastChannel | null = null;

const nameOf = ({ me, number, kind, about }: DraftPlace) => [me, number, kind, about].join(' ');
type Told = { readonly name: string; readonly news: News };

/** Of what this window and the clinic know, the newer. On the server there is no window. */
export function keeperOf(place: DraftPlace, kept: KeptDraft | undefined): Keeper {
  if (typeof window === 'undefined') return new Keeper(place, kept, () => undefined);
  listen();
  const name = nameOf(place);
  const known = keepers.get(name);
  if (known && !isNewer(kept, known)) return known;
  const keeper = new Keeper(place, kept, (news) => channel?.postMessage({ name, news } satisfies Told));
  keepers.set(name, keeper);
  return keeper;
}

/** Whether something is typed there that is not sent. */
export function isTyped(place: DraftPlace): boolean {
  const value = keepers.get(nameOf(place))?.value() ?? null;
  return value !== null;
}

export function hasUnsaved(): boolean {
  return [...keepers.values()].some((keeper) => keeper.isUnsaved());
}

export async function saveAll(): Promise<void> {
  await Promise.all([...keepers.values()].map((keeper) => keeper.push()));
}

function isNewer(kept: KeptDraft | undefined, known: Keeper): boolean {
  if (!kept || known.isUnsaved() || known.seen().includes(kept.mark)) return false;
  return kept.savedAt > (known.state().savedAt ?? '');
}

function listen() {
  if (channel) return;
  channel = new BroadcastChannel('foramen-drafts');
  channel.onmessage = ({ data }: { data: Told }) => keepers.get(data.name)?.heardElsewhere(data.news);
  const save = () => void saveAll();
  for (const moment of ['pagehide', 'blur', 'online']) window.addEventListener(moment, save);
  document.addEventListener('focusout', save, { capture: true });
  document.addEventListener('visibilitychange', save);
  onBack(save);
}
