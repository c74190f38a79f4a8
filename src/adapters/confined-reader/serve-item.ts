import type { Readable, Writable } from 'node:stream';
import type { ReaderInput } from '#domain/reading/index.ts';
import { concatBytes, u32be } from '#portable/bytes/index.ts';

/** Bytes of one answer, whatever was asked for. */
const MOST_ANSWER_BYTES = 1 << 20;
const REQUEST_BYTES = 12;

/**
 * Gives a confined reader its head, and then bytes of the item as it asks for them, one answer at a time. Ends when the
 * reader does, or asks for what is none; a reader that died is told by its exit. Throws what the item throws.
 */
export async function serveItem(
  asked: Readable,
  answers: Writable,
  { item, name, sealedAt, dateOrder }: ReaderInput,
): Promise<void> {
  answers.on('error', () => undefined);
  const told = { name, sealedAt: sealedAt.toISOString(), size: item.sizeBytes };
  const head = Buffer.from(JSON.stringify(dateOrder === null ? told : { ...told, dateOrder }));
  await written(answers, concatBytes(u32be(head.length), head));
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of asked as AsyncIterable<Uint8Array>) {
    rest = rest.length === 0 ? chunk : concatBytes(rest, chunk);
    for (; rest.length >= REQUEST_BYTES; rest = rest.subarray(REQUEST_BYTES)) {
      const { at, length } = requestIn(rest);
      if (!Number.isSafeInteger(at) || at >= item.sizeBytes || length === 0) return;
      const bytes = await item.slice(at, at + Math.min(length, MOST_ANSWER_BYTES));
      answers.write(u32be(bytes.length));
      if (!(await written(answers, bytes))) return;
    }
  }
}

function requestIn(bytes: Uint8Array): { at: number; length: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { at: Number(view.getBigUint64(0)), length: view.getUint32(8) };
}

/** True when the bytes are on their way, false when nobody takes them any more. */
function written(to: Writable, bytes: Uint8Array): Promise<boolean> {
  return new Promise(resolve => {
    to.write(bytes, error => resolve(error === undefined || error === null));
  });
}
