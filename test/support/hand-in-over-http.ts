import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './running-handover.ts';
import { Visitor } from './visitor.ts';

/** What a visitor was told is received: they hold the session, and the bytes they sent. */
export type Acknowledged = { readonly visitor: Visitor; readonly reference: string; readonly bytes: Buffer };

/** The whole journey; the reference only when the page said that it was received. */
export async function handInOverHttp(place: Place, bytes: Buffer): Promise<Acknowledged | null> {
  const visitor = new Visitor(place.public, 'public');
  let page = await visitor.answer(await visitor.get('/'), { happening: 'none' });
  page = await visitor.answer(page, { submitterType: 'parent-or-carer' });
  page = await visitor.answer(page, { othersSeeDevice: 'no', reach: 'none' });
  page = await visitor.answer(await visitor.answer(page, {}), {});
  page = await visitor.answer(page, { kinds: 'chat' });
  page = await visitor.upload(page, { name: 'WhatsApp Chat with Jay R.txt', bytes }, /upload/);
  page = await visitor.answer(page, { choice: 'files' }, /\/chat$/);
  await visitor.answer(page, { happened: 'Found on a phone.' });
  page = await visitor.answer(await visitor.get('/check'), {}, /check/);
  const reference =
    page.path.startsWith('/receipt') && page.status === 200 ? /NS\d\d-\d{6}/.exec(page.text)?.[0] : undefined;
  return reference === undefined ? null : { visitor, reference, bytes };
}

/** The receipt file of an acknowledged hand-in, once it is there. */
export async function receiptOf(visitor: Visitor, reference: string): Promise<Buffer> {
  for (let tries = 0; tries < 600; tries += 1) {
    const answer = await visitor.get('/receipt/file');
    if (answer.status === 200 && answer.bytes[0] === 0x7b) return answer.bytes;
    await sleep(100);
  }
  throw new Error(`${reference} was acknowledged and has no receipt`);
}

/** The return code on the page of a hand-in, as long as its visitor has not said that it is saved. */
export async function returnCodeOf(visitor: Visitor): Promise<string> {
  const code = /<p class="ho-code-box__code">(.*?)<\/p>/s.exec((await visitor.get('/receipt')).text)?.[1];
  if (code === undefined) throw new Error('the receipt page shows no return code');
  return code.replaceAll(/<[^>]+>|\s/g, '');
}

/** The receipt file for somebody who comes to another browser with reference and return code. */
export async function receiptByCode(place: Place, reference: string, code: string): Promise<Buffer> {
  const visitor = new Visitor(place.public, 'public');
  for (let tries = 0; tries < 8; tries += 1) {
    const page = await visitor.answer(await visitor.get('/return'), { reference, code }, /return/);
    if (page.text.includes('/return/hand-in/receipt'))
      return (await visitor.get('/return/hand-in/receipt')).bytes;
    await sleep(8000);
  }
  throw new Error(`${reference} has no receipt`);
}
