// The program of the confined reader. Standard input: four bytes of length, a JSON head, then answers. On descriptor 3 it
// asks for bytes of the item: eight bytes of offset, four of length. Each answer is four bytes of length, and the bytes. Output: the
// reading's lines, then {"type":"end"}; or one line {"type":"refused"}. Both say what the
// item was taken for and why. Nothing else leaves.
import { readSync, writeSync } from 'node:fs';
import {
  encodeReadingLines,
  readChat,
  type ByteSource,
  type ReadChatOptions,
} from '../../portable/chat/index.ts';

process.permission?.drop('fs.read');

const CHUNK_CHARACTERS = 1 << 16;
const REQUESTS = 3;

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
}

function write(text: string): void {
  writeAll(1, Buffer.from(text));
}

/** Fills `into`, or ends this process: whoever answers is gone. */
function readAll(into: Uint8Array): Uint8Array {
  for (let filled = 0; filled < into.length;) {
    const got = readSync(0, into, filled, into.length - filled, null);
    if (got === 0) process.exit(1);
    filled += got;
  }
  return into;
}

const request = Buffer.alloc(12);
const length = Buffer.alloc(4);

/** The item, asked for piece by piece. */
function itemOf(size: number): ByteSource {
  return {
    size,
    read(at, into) {
      if (at >= size || into.length === 0) return 0;
      request.writeBigUInt64BE(BigInt(at), 0);
      request.writeUInt32BE(into.length, 8);
      writeAll(REQUESTS, request);
      readAll(length);
      const got = length.readUInt32BE(0);
      if (got === 0 || got > into.length) process.exit(1);
      readAll(into.subarray(0, got));
      return got;
    },
  };
}

type Head = Pick<ReadChatOptions, 'name' | 'sealedAt' | 'dateOrder'> & { readonly size: number };

function run(): void {
  readAll(length);
  const { size, ...options } = JSON.parse(
    Buffer.from(readAll(new Uint8Array(length.readUInt32BE(0)))).toString('utf8'),
  ) as Head;
  const read = readChat(itemOf(size), options);
  if (!read.ok) {
    write(`${JSON.stringify({ type: 'refused', detail: read.detail, detection: read.detection })}\n`);
    return;
  }
  let waiting = '';
  for (const line of encodeReadingLines(read.reading, read.detection)) {
    waiting += `${line}\n`;
    if (waiting.length < CHUNK_CHARACTERS) continue;
    write(waiting);
    waiting = '';
  }
  write(`${waiting}{"type":"end"}\n`);
}

run();
