import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sha256, toHex, utf8 } from '../../bytes/index.ts';
import { type DateOrderName, readChat } from '../../chat/index.ts';
import { decodePolicy } from '../../tlog/index.ts';
import { sourceOfBytes } from '../byte-source.ts';
import { makeSample } from '../testing/sample-bundle.ts';
import { transcriptOf } from '../testing/sample-chat.ts';
import { failuresOf } from '../testing/tampering.ts';
import { verifyBundle } from './verify-bundle.ts';

const SEALED_AT = '2026-11-23T20:31:01.000Z';
const CHAT = utf8('04/05/2026, 10:00 - Elle: ducks\n04/05/2026, 10:01 - Jay: trains\n');
const ITEM = toHex(sha256(utf8('sample item 0')).subarray(0, 16));

function readAs(dateOrder: DateOrderName): { reader: string; lines: string } {
  const read = readChat(CHAT, { format: 'whatsapp-text', sealedAt: SEALED_AT, dateOrder });
  if (!read.ok) throw new Error(read.detail);
  return transcriptOf(read.reading);
}

/** A bundle with the reading that follows from one answer, which says another, beside a record that holds a third. */
async function checked({ read, said, answered }: Record<'read' | 'said' | 'answered', DateOrderName | null>) {
  const sample = await makeSample({
    items: [{ name: 'WhatsApp Chat with Jay.txt', bytes: CHAT, transcript: readAs(read ?? 'DMY') }],
    recorded: event =>
      event.type !== 'desk-viewed' || answered === null
        ? event
        : {
            ...event,
            type: 'reading-answered',
            facts: { item: ITEM, question: 'date-order', answer: answered, reason: 'He is from there.' },
          },
    ordered: order => ({
      ...order,
      transcripts: order.transcripts.map(one => (said === null ? one : { ...one, dateOrder: said })),
    }),
  });
  const policy = decodePolicy(sample.policy);
  if (!policy.ok) throw new Error('no policy');
  return verifyBundle(sourceOfBytes(sample.zip), { policy: policy.policy });
}

describe('An order of dates that an officer declared', () => {
  it('is told to the reader again', async () => {
    assert.notEqual(readAs('MDY').lines, readAs('DMY').lines);
    assert.equal(failuresOf(await checked({ read: 'MDY', said: 'MDY', answered: 'MDY' })), '');
  });

  it('is not guessed where the bundle does not say it', async () => {
    const result = await checked({ read: 'MDY', said: null, answered: 'MDY' });
    assert.match(failuresOf(result), /^transcript-words: T0001/m);
  });

  it('must be one that the record says somebody declared', async () => {
    const says = 'cover: T0001: its reader was told an order of dates that nobody declared in the record.';
    assert.equal(failuresOf(await checked({ read: 'MDY', said: 'MDY', answered: 'DMY' })), says);
    assert.equal(failuresOf(await checked({ read: 'MDY', said: 'MDY', answered: null })), says);
  });
});
