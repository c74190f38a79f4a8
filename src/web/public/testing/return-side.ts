import { createSpine } from '#support/spine.ts';
import { createPublicSide, type PublicSideOptions } from './public-side.ts';
import { Returning } from './returning.ts';
import { TestVisitor } from './test-visitor.ts';

const codeIn = (body: string) =>
  /<p class="ho-code-box__code">(.*?)<\/p>/s.exec(body)?.[1]?.replaceAll(/<[^>]+>|\s/g, '') ?? '';
const referenceIn = (body: string) => /NS\d\d-\d{6}/.exec(body)?.[0] ?? '';

export type ReturnSide = Awaited<ReturnType<typeof createReturnSide>>;

/** The public side over a whole spine, and people who handed in and come back. */
export async function createReturnSide(settings: PublicSideOptions['settings'] = {}) {
  const spine = await createSpine();
  const side = await createPublicSide({
    over: { database: spine.database, evidenceIdentity: spine.keys.evidenceIdentity },
    settings,
  });
  const pool = spine.database.pool('owner');
  const owner = <Row extends object>(text: string, values: unknown[] = []) =>
    pool.query<Row & Record<string, unknown>>(text, values);
  const handedIn = async () => {
    const visitor = new TestVisitor(side.app);
    await visitor.handIn();
    const { body } = await visitor.get('/receipt');
    return { code: codeIn(body), reference: referenceIn(body) };
  };
  return {
    ...{ spine, side, owner, handedIn },
    /** Disposes of every item of a sealed submission. */
    dispose: async (reference: string) => {
      await owner(
        `insert into handover.officers (id, name, rank, role) values ('r', 'R', 'Sgt', 'supervisor') on conflict do nothing`,
      );
      await owner(
        `insert into handover.disposals (item_id, event_id, authority, reason, officer_id, decided_at)
         select i.id, (select e.id from handover.events e where e.type = 'item-sealed'
           and position(convert_to(encode(i.id, 'hex'), 'UTF8') in e.body) > 0), 'schedule', 'over', 'r', now()
         from handover.items i join handover.submissions s on s.id = i.submission_id where s.reference = $1`,
        [reference],
      );
    },
    cameBack: async () => {
      const { code, reference } = await handedIn();
      await spine.drain();
      const back = new Returning(side.app);
      await back.comeBack(reference, code);
      return { back, code, reference };
    },
    /** The types of the events of a submission, in their order. */
    eventsOf: async (reference: string) => {
      const { rows } = await owner<{ type: string }>(
        `select e.type from handover.events e join handover.submissions s on s.id = e.submission_id
         where s.reference = $1 order by e.submission_n`,
        [reference],
      );
      return rows.map(({ type }) => type);
    },
    itemsOf: async (reference: string) => {
      const { rows } = await owner<{ name: string; kind: string; source_class: string }>(
        `select i.name, i.kind, i.source_class from handover.items i join handover.submissions s on s.id = i.submission_id
         where s.reference = $1 order by i.number`,
        [reference],
      );
      return rows;
    },
  };
}
