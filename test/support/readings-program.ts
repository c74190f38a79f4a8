// Reads every chat vector and writes one line for each: its path and the SHA-256 of its reading lines. First, what code
// that does ask the machine for its zone and language gives here. Run by src/portable/chat/host-settings.test.ts.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeReadingLines, readChat } from '#portable/chat/index.ts';
import type { ReadChatOptions } from '#portable/chat/index.ts';

const VECTORS = join(import.meta.dirname, '../../vectors/chat');
const WRITTEN = '2022-07-27T21:41:35';

interface Vector extends Pick<ReadChatOptions, 'name' | 'sealedAt'> {
  readonly source?: readonly string[];
  readonly sourceBase64?: string;
  readonly shapes?: readonly { readonly line: string }[];
}

/** The bytes of a vector; of a list of header shapes, each line by itself. */
function itemsOf({ source = [], sourceBase64, shapes }: Vector): Buffer[] {
  if (shapes) return shapes.map(({ line }) => Buffer.from(line));
  return [sourceBase64 === undefined ? Buffer.from(source.join('')) : Buffer.from(sourceBase64, 'base64')];
}

function digestOf(items: readonly Uint8Array[], options: ReadChatOptions): string {
  const hash = createHash('sha256');
  for (const item of items) {
    const result = readChat(item, options);
    if (!result.ok) hash.update(`${result.reason} ${result.detail}\n`);
    else for (const line of encodeReadingLines(result.reading)) hash.update(`${line}\n`);
    hash.update(JSON.stringify(result.detection));
  }
  return hash.digest('hex');
}

function* report(): Generator<string> {
  yield `zone ${Date.parse(WRITTEN)}`;
  yield `locale ${(1234.5).toLocaleString()} ${new Date(0).toLocaleDateString(undefined, { timeZone: 'UTC' })}`;
  for (const path of globSync('*/{ok,bad}/*.json', { cwd: VECTORS }).sort()) {
    const { name, sealedAt, ...vector } = JSON.parse(readFileSync(join(VECTORS, path), 'utf8')) as Vector;
    const options = {
      ...(name === undefined ? {} : { name }),
      ...(sealedAt === undefined ? {} : { sealedAt }),
    };
    yield `${path} ${digestOf(itemsOf(vector), options)} ${digestOf(itemsOf(vector), { dateOrder: 'MDY' })}`;
  }
}

process.stdout.write([...report()].join('\n'));
