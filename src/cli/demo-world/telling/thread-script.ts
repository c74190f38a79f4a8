// The notation small talk is written in. A page holds threads; under each stand its takes, one a line, each a few turns
// that belong together:
//
//   == late bus | when=morning | phase=1-2 | max=2
//   a: the {bus} is late again // b: how late // a: {mins} mins // b?: walk then
//   a: missed it // we could see it // b: did you <run/wave>
//
// `a`, `b` are people; a turn without a letter is the same person again; `?` is said half the time. `<x/y>` is either.
// `{list}` deals a word and is that word all through the take, `{list2}` is another from the same list, `{name!list}` is
// remembered from the next day on. A turn that starts with `!` is no text: `!image caption`, `!sticker`, `!voice`,
// `!deleted`, `!call words`.

/** When in a day a thread fits. `open` and `close` begin and end a day. */
export type Hours = 'morning' | 'school' | 'after' | 'evening' | 'night' | 'weekend' | 'open' | 'close';

export interface Turn {
  readonly who: string;
  readonly maybe: boolean;
  readonly words: string;
  /** Names dealt here and remembered, with the lists they come from. */
  readonly keeps: readonly (readonly [name: string, list: string])[];
}

export interface Thread {
  readonly name: string;
  /** Empty means at any hour but a school lesson. */
  readonly hours: readonly Hours[];
  readonly firstPhase: number;
  readonly lastPhase: number;
  /** The first and last day it fits, `MM-DD`. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Something said on an earlier day that must be known, and what is forgotten once this has been said. */
  readonly needs: string | null;
  readonly drops: string | null;
  /** How often any of its takes may be told in one chat. */
  readonly maxUses: number;
  readonly takes: readonly (readonly Turn[])[];
}

const KEPT = /\{(\w+)!(\w+)\}/g;
const TURN = /^(?:([a-h])(\?)?: )?(.+)$/;

/** Reads a page of threads. The pages are ours, so a line that does not fit is a bug and throws. */
export function threadsIn(page: string): Thread[] {
  return page
    .split(/^== /m)
    .slice(1)
    .map(block => readThread(block.trim().split('\n')));
}

function readThread(rows: readonly string[]): Thread {
  const [head = '', ...rest] = rows;
  const [name = '', ...tags] = head.split(' | ');
  const tag = new Map(tags.map(text => text.split('=') as [string, string]));
  const [firstPhase = '', lastPhase = firstPhase] = (tag.get('phase') ?? '1-9').split('-');
  const [firstDay = '', lastDay = ''] = (tag.get('dates') ?? '01-01:12-31').split(':');
  return {
    name,
    hours: (tag.get('when')?.split(',') ?? []) as Hours[],
    firstPhase: Number(firstPhase),
    lastPhase: Number(lastPhase),
    firstDay,
    lastDay,
    needs: tag.get('needs') ?? null,
    drops: tag.get('drops') ?? null,
    maxUses: Number(tag.get('max') ?? 1000),
    takes: rest.filter(row => row.trim() !== '').map(row => readTake(name, row)),
  };
}

function readTake(thread: string, row: string): Turn[] {
  let who = '';
  return row.split(' // ').map(text => {
    const [, letter, maybe, words = ''] = TURN.exec(text.trim()) ?? [];
    who = letter ?? who;
    if (who === '' || words === '')
      throw new Error(`thread "${thread}" has a take that cannot be read: ${row}`);
    const keeps = [...words.matchAll(KEPT)].map(([, name = '', list = '']) => [name, list] as const);
    return { who, maybe: maybe !== undefined, words: words.replace(KEPT, '{$1}'), keeps };
  });
}
