import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { openAge } from '#adapters/age/index.ts';
import {
  DOCUMENT_WAITS,
  type DocumentPress,
  receiptSheet,
  type ReceiptSheet,
} from '#domain/receipts/index.ts';
import { verifyReceipt } from '#portable/receipt/index.ts';
import { createSpine, type HandedIn } from '#support/spine.ts';

const CHAT = { name: 'WhatsApp Chat with Kit.txt', bytes: Buffer.from('18/09/2026, 19:52 - Kit: hello\n') };

const FAILING: DocumentPress = { typeset: () => Promise.resolve({ ok: false, reason: 'crashed' }) };

describe('the document of a receipt', () => {
  let spine: Awaited<ReturnType<typeof createSpine>>;
  before(async () => {
    spine = await createSpine();
  });

  const letters = async ({ boxId }: HandedIn) => (await spine.door.readBox(boxId))?.letters ?? [];
  const sealedVisitor = async () => {
    const visitor = await spine.handIn([CHAT]);
    await spine.drain();
    return visitor;
  };
  const waiting = async () => {
    const { rows } = await spine.database
      .pool('owner')
      .query<{ attempts: number; next_try_at: Date | null }>(
        'select attempts, next_try_at from handover.receipt_documents',
      );
    return rows;
  };

  test('the receipt is issued first and waits for no document, which comes behind it sealed to the visitor alone', async () => {
    const visitor = await sealedVisitor();
    assert.equal((await letters(visitor)).length, 1);
    const receipt = await spine.openReceipt(visitor);
    assert.equal(verifyReceipt(receipt ?? new Uint8Array(), { policy: spine.policy }).verdict, 'verified');
    assert.equal(await spine.steps.document(), true);
    const [first, second] = await letters(visitor);
    const opened = await openAge(first ?? new Uint8Array(), visitor.boxIdentity);
    assert.ok(Buffer.from(opened ?? []).equals(receipt ?? new Uint8Array()));
    assert.equal(Buffer.from(opened ?? []).toString('latin1', 0, 11), '{"events":[');
    const pdf = Buffer.from((await openAge(second ?? new Uint8Array(), visitor.boxIdentity)) ?? []);
    assert.equal(pdf.toString('latin1', 0, 5), '%PDF-');
    assert.equal(
      await openAge(second ?? new Uint8Array(), spine.keys.evidenceIdentity).catch(() => null),
      null,
    );
    assert.ok(!Buffer.from(second ?? []).includes('%PDF-'));
    assert.equal(await spine.steps.document(), false);
    assert.deepEqual(await waiting(), []);
  });

  test('it is made of the very receipt file, also when the log grew and the chain went on since', async () => {
    const visitor = await sealedVisitor();
    const receipt = await spine.openReceipt(visitor);
    await spine.handIn([CHAT]);
    await spine.drain();
    const sheets: ReceiptSheet[] = [];
    const press: DocumentPress = {
      typeset: sheet => {
        sheets.push(sheet);
        return Promise.resolve({ ok: true, pdf: Buffer.from('%PDF-') });
      },
    };
    while (await spine.steps.document(press));
    assert.equal(sheets.length, 2);
    assert.deepEqual(sheets[0], receiptSheet(receipt ?? new Uint8Array()));
  });

  test('one that cannot be made is tried again at longer and longer intervals, a few times, and the receipt stays', async () => {
    const visitor = await sealedVisitor();
    let now = new Date(Date.now() + 1000);
    for (const wait of DOCUMENT_WAITS) {
      await assert.rejects(
        spine.steps.document(FAILING, () => now),
        { code: 'document-failed' },
      );
      const early = new Date(now.getTime() + wait * 1000 - 1);
      assert.equal(await spine.steps.document(FAILING, () => early), false);
      now = new Date(now.getTime() + wait * 1000);
    }
    await assert.rejects(
      spine.steps.document(FAILING, () => now),
      { code: 'document-failed' },
    );
    const muchLater = new Date(now.getTime() + 1e10);
    assert.equal(await spine.steps.document(FAILING, () => muchLater), false);
    assert.deepEqual(await waiting(), [{ attempts: DOCUMENT_WAITS.length + 1, next_try_at: null }]);
    assert.equal((await letters(visitor)).length, 1);
    await spine.database.pool('owner').query('delete from handover.receipt_documents');
  });

  test('one that failed at first comes later', async () => {
    const visitor = await sealedVisitor();
    await assert.rejects(spine.steps.document(FAILING), { code: 'document-failed' });
    const later = new Date(Date.now() + 1000 * (DOCUMENT_WAITS[0] ?? 0) + 1000);
    const press: DocumentPress = { typeset: () => Promise.resolve({ ok: true, pdf: Buffer.from('%PDF-') }) };
    assert.equal(await spine.steps.document(press, () => later), true);
    assert.equal((await letters(visitor)).length, 2);
  });

  test('what waits for a document holds nothing that was handed in, and neither police nor public may read it', async () => {
    await sealedVisitor();
    const { rows } = await spine.database
      .pool('owner')
      .query<{ whole: string }>('select r::text as whole from handover.receipt_documents r');
    assert.equal(rows.length, 1);
    assert.doesNotMatch(rows[0]?.whole ?? '', /Kit|hello/);
    for (const role of ['handover_police', 'handover_public', 'handover_sequencer'] as const)
      await assert.rejects(spine.database.pool(role).query('select * from handover.receipt_documents'), {
        code: '42501',
      });
  });
});
