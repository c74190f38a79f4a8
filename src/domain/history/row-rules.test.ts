import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ContinuityEvent } from '#portable/continuity/index.ts';
import { ROLLED_TABLES, type RolledTable, type RowImage } from './event-payload.ts';
import { siftRows } from './row-rules.ts';

const [OWN, OTHER, THING, EVENT] = ['aa', 'bb', 'cc', 'dd'].map(byte => byte.repeat(16));
const MINUTE = '2026-11-27T15:04:00.000Z';
const TABLES = [...ROLLED_TABLES.beforeEvent, ...ROLLED_TABLES.afterEvent];
const TYPES = [
  'submission-received',
  'item-sealed',
  'submission-sealed',
  'stage-moved',
  'allocated',
  'danger-taken',
  'danger-closed',
  'bundle-asked',
  'bundle-produced',
  'item-disposed',
  'audit-minute',
  'log-begun',
  'constructor',
  '__proto__',
];

type Change = Partial<Pick<ContinuityEvent, 'type' | 'facts' | 'submission'>> & {
  kind?: ContinuityEvent['actor']['kind'];
};

function eventOf({ kind = 'officer', ...change }: Change): ContinuityEvent {
  const facts = { report: THING ?? '', bundle: THING ?? '', item: THING ?? '', minute: MINUTE };
  const submission = { id: OWN ?? '', n: 2 };
  const event = { v: 1, id: EVENT ?? '', at: MINUTE, case: null, type: 'stage-moved', facts, submission };
  return { ...event, actor: { kind, id: 'captured' }, ...change } as ContinuityEvent;
}

const image = (table: RolledTable, row: object): RowImage => ({ table, row: JSON.stringify(row) });

/** A row that says yes to every question any rule can ask of it, of the thing or of another one. */
const row = (id: string | undefined, submission: string | undefined) => ({
  id: `\\x${id}`,
  submission_id: `\\x${submission}`,
  draft_id: '\\xee',
  item_id: `\\x${id}`,
  event_id: `\\x${EVENT}`,
  officer_id: 'captured',
  minute: '2026-11-27T15:04:00+00:00',
  view_id: 1,
});

function keptOf(event: ContinuityEvent, images: readonly RowImage[]): string[] {
  return siftRows(event, images).rows.map(({ table }) => table);
}

describe('rows beside an officer’s event', () => {
  const all = TABLES.flatMap(table => [
    image(table, row(THING, OWN)),
    image(table, { ...row(OWN, OWN), id: 1 }),
  ]);

  test('are never officers nobody names, acts, views, roots or items, whatever the event calls itself', () => {
    for (const type of TYPES) {
      const kept = keptOf(eventOf({ type }), all);
      for (const table of ['officers', 'items', 'audit', 'audit_views', 'audit_view_states', 'audit_minutes'])
        assert.ok(!kept.includes(table), `${type}: ${table}`);
    }
  });

  test('are of the thing its type is about, and of no other', () => {
    const wanted = new Map([
      ['danger-taken', ['danger_reports']],
      ['danger-closed', ['danger_reports']],
      ['bundle-asked', ['bundles']],
      ['item-disposed', ['disposals']],
    ]);
    for (const type of TYPES) {
      assert.deepEqual(keptOf(eventOf({ type }), all), wanted.get(type) ?? [], type);
      const others = TABLES.map(table => image(table, row(OTHER, OTHER)));
      assert.deepEqual(keptOf(eventOf({ type }), others), [], `${type} of another`);
    }
  });

  test('are its own submission’s, and none when it is about none', () => {
    const submissions = [image('submissions', row(OWN, OWN)), image('submissions', row(OTHER, OWN))];
    for (const type of TYPES.filter(each => each !== 'audit-minute'))
      assert.deepEqual(siftRows(eventOf({ type }), submissions).rows, submissions.slice(0, 1), type);
    assert.deepEqual(keptOf(eventOf({ submission: null }), submissions), []);
  });

  test('are an officer only whom a row that fits names, and never one who administers', () => {
    const officer = (id: string, role: string) => image('officers', { id, role });
    const [named, boss] = [officer('new', 'supervisor'), officer('new', 'administrator')];
    const own = image('submissions', { ...row(OWN, OWN), allocated_to: 'new' });
    const others = image('submissions', { ...row(OTHER, OWN), allocated_to: 'new' });
    assert.deepEqual(siftRows(eventOf({}), [named, own]).rows, [named, own]);
    assert.deepEqual(siftRows(eventOf({}), [named, others]).rows, []);
    assert.deepEqual(siftRows(eventOf({}), [boss, own]).rows, [own]);
    assert.deepEqual(siftRows(eventOf({}), [named]).rows, []);
  });
});

test('a minute’s rows go with its root by the service, each of that minute, and a view only with its state', () => {
  const minute = eventOf({ type: 'audit-minute', kind: 'system', submission: null });
  const rows = (id: number, at: string) => [
    image('audit', { id, minute: at }),
    image('audit_views', { id }),
    image('audit_view_states', { view_id: id, minute: at }),
    image('audit_minutes', { event_id: `\\x${EVENT}`, minute: at }),
  ];
  const own = rows(1, '2026-11-27T15:04:00+00:00');
  assert.deepEqual(siftRows(minute, own), { rows: own, leftOut: [] });
  const others = rows(2, '2026-11-27T15:05:00+00:00');
  assert.deepEqual(siftRows(minute, [...others, ...own]).rows, own);
  assert.equal(siftRows(minute, others).leftOut.length, 4);
  for (const id of [0, -1, 1.5, 2 ** 53, 1e30])
    assert.deepEqual(keptOf(minute, rows(id, MINUTE).slice(0, 3)), []);
});
