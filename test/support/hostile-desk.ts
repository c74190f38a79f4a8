import assert from 'node:assert/strict';
import { policeDeskOver, type Officer, type PoliceDesk } from './police-desk.ts';
import { createSpine } from './spine.ts';

/** No page of the desk is longer, whatever was handed in (bytes). */
const MOST_PAGE_BYTES = 2_600_000;
/** What is fetched of a reading for every one of its pages, beside its lines (characters). */
const MOST_SUMMARY = 120_000;
const MOST_DAYS_TEXT = 3_000_000;
/** Ten, and one for each of at most three very long lines. */
const MOST_QUERIES = 16;

/** The desk over a whole spine: chats come in by the public door and are read by the real confined reader. */
export class HostileDesk {
  readonly spine: Awaited<ReturnType<typeof createSpine>>;
  readonly desk: PoliceDesk;
  readonly officer: Officer;

  private constructor(parts: Pick<HostileDesk, 'spine' | 'desk' | 'officer'>) {
    this.spine = parts.spine;
    this.desk = parts.desk;
    this.officer = parts.officer;
  }

  static async start(): Promise<HostileDesk> {
    const spine = await createSpine();
    const desk = await policeDeskOver(spine.database);
    return new HostileDesk({ spine, desk, officer: await desk.signIn('priya-nandra') });
  }

  /** Hands a chat in, seals and reads it, and asserts that it was read and that what its pages rest on is bounded. */
  async read(bytes: Uint8Array): Promise<{ readonly reference: string; readonly id: string }> {
    const { reference } = await this.spine.handIn([{ name: 'chat.txt', bytes }]);
    while (await this.spine.steps.seal());
    while (await this.spine.steps.read());
    const { rows } = await this.spine.database.pool('owner').query<{
      id: string;
      state: string;
      reason: string | null;
      summary: number;
      days: number;
    }>(
      `select encode(r.id, 'hex') as id, r.state, r.reason, length(r.summary) as summary, length(r.days) as days
       from handover.readings r join handover.items i on i.id = r.item_id
       join handover.submissions s on s.id = i.submission_id where s.reference = $1`,
      [reference],
    );
    const reading = rows[0]!;
    assert.equal(reading.state, 'read', reading.reason ?? '');
    assert.ok(reading.summary <= MOST_SUMMARY, `a summary of ${reading.summary}`);
    assert.ok(reading.days <= MOST_DAYS_TEXT, `days of ${reading.days}`);
    return { reference, id: reading.id };
  }

  /** A page, after asserting that its bytes and its queries are bounded. */
  async page(address: string): Promise<string> {
    this.desk.queries.length = 0;
    const { statusCode, body } = await this.officer.get(address);
    assert.equal(statusCode, 200, address);
    assert.ok(body.length <= MOST_PAGE_BYTES, `${address}: ${body.length} bytes`);
    const lines = body.match(/<li[^>]*class="ho-(?:message|day|gap|unread)\b/g)?.length ?? 0;
    assert.ok(lines <= 300, `${address}: ${lines} rows`);
    assert.ok(this.desk.queries.length <= MOST_QUERIES || address.startsWith('/submissions'), address);
    return body.replaceAll(/\s+/g, ' ');
  }

  /** Every kind of page that is built from a reading. */
  async pages({ reference, id }: { readonly reference: string; readonly id: string }): Promise<string> {
    const at = `/conversations/${id}`;
    for (const query of ['?show=doubts', '?q=hi', '?m=1&panel=1', `?day=2020-01-20`, '/messages/1'])
      await this.page(at + query);
    await this.page(`/submissions/${reference}`);
    return this.page(at);
  }
}
