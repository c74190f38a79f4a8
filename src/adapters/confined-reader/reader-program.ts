// The program of the confined reader. Input: four bytes of length, a JSON head { name, sealedAt }, then the item's
// bytes. Output: the reading's lines, then {"type":"end"}; or one line {"type":"refused"}. Nothing else leaves.
import { readFileSync, writeSync } from 'node:fs';
import { encodeReadingLines, readChat } from '../../portable/chat/index.ts';

process.permission?.drop('fs.read');

const CHUNK_CHARACTERS = 1 << 16;

function write(text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length;) done += writeSync(1, bytes, done);
}

function run(input: Buffer): void {
  const headEnd = 4 + input.readUInt32BE(0);
  const head = JSON.parse(input.subarray(4, headEnd).toString('utf8')) as { name: string; sealedAt: string };
  const read = readChat(new Uint8Array(input.subarray(headEnd)), {
    name: head.name,
    sealedAt: head.sealedAt,
  });
  if (!read.ok) {
    write(`${JSON.stringify({ type: 'refused', detail: read.detail })}\n`);
    return;
  }
  let waiting = '';
  for (const line of encodeReadingLines(read.reading)) {
    waiting += `${line}\n`;
    if (waiting.length < CHUNK_CHARACTERS) continue;
    write(waiting);
    waiting = '';
  }
  write(`${waiting}{"type":"end"}\n`);
}

run(readFileSync(0));
