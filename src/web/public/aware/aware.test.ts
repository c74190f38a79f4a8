import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { decodeItemFacts } from '#portable/continuity/index.ts';
import { decodeReceipt, verifyReceipt } from '#portable/receipt/index.ts';
import { createSpine } from '#support/spine.ts';
import { createPublicSide } from '../testing/public-side.ts';
import { TestVisitor, wordsOf } from '../testing/test-visitor.ts';

describe('a school that tells the police', () => {
  test('sees on its receipt page when it became aware, beside when it told us, and the verified receipt holds it', async () => {
    const spine = await createSpine();
    const { app } = await createPublicSide({
      over: { database: spine.database, evidenceIdentity: spine.keys.evidenceIdentity },
    });
    const school = new TestVisitor(app);
    await school.walkToChat('school-or-college');
    const day = { 'aware-day': '21', 'aware-month': '11', 'aware-year': '2026' };
    await school.post('/aware', { ...day, time: '14:30', role: 'Safeguarding lead' });
    await school.post('/happened', { happened: 'A pupil told a teacher.' });
    await school.post('/check');
    assert.doesNotMatch(wordsOf(await school.get('/receipt')), /became aware/);
    await spine.drain();
    const page = wordsOf(await school.get('/receipt'));
    assert.match(page, /You became aware, as you told us 21 November 2026, 14:30 You told us \w+day/);
    assert.match(page, /Your answers/);

    const receipt = (await school.get('/receipt/file')).rawPayload;
    assert.equal(verifyReceipt(receipt, { policy: spine.policy }).verdict, 'verified');
    const decoded = decodeReceipt(receipt);
    const names = decoded.ok
      ? decoded.receipt.items.map(({ facts }) => {
          const item = decodeItemFacts(facts);
          return item.ok ? item.facts.name : '';
        })
      : [];
    assert.deepEqual(names, ['Answers on the form, aware 2026-11-21 14.30.json']);
  });
});
