import { decodeUtf8, encodeCanonicalJson, fromBase64, toBase64, utf8 } from '../../bytes/index.ts';
import type { CanonicalValue } from '../../bytes/index.ts';
import { EVENTS_PATH } from '../paths.ts';
import type { Unpacked } from './hiding-adversary.ts';

type Members = Record<string, CanonicalValue>;

/** A file of a bundle as text. */
export function textOf(unpacked: Unpacked, path: string): string {
  return decodeUtf8(unpacked.files.get(path) ?? new Uint8Array(0)) ?? '';
}

/** Changes a file of a bundle as text. */
export function editText(unpacked: Unpacked, path: string, change: (before: string) => string): void {
  unpacked.files.set(path, utf8(change(textOf(unpacked, path))));
}

/** Changes a file of lines, each with its end. */
export function editLines(unpacked: Unpacked, path: string, change: (lines: string[]) => string[]): void {
  editText(unpacked, path, before =>
    change(before.trimEnd().split('\n'))
      .map(line => `${line}\n`)
      .join(''),
  );
}

/** Changes the JSON on one line (from 0) of a file and writes it again as it was written. */
export function editJson(
  unpacked: Unpacked,
  path: string,
  line: number,
  change: (members: Members) => void,
): void {
  editLines(unpacked, path, lines => {
    const members = JSON.parse(lines[line] ?? '') as Members;
    change(members);
    return lines.with(line, JSON.stringify(members));
  });
}

/** Changes a member that is base64 of canonical JSON: an event of the record, the facts of an opening. */
export function editOpened(members: Members, name: string, change: (inner: Members) => void): void {
  const bytes = fromBase64(members[name] as string) ?? new Uint8Array(0);
  const inner = JSON.parse(decodeUtf8(bytes) ?? '') as Members;
  change(inner);
  members[name] = toBase64(encodeCanonicalJson(inner));
}

/** Changes event `n` of the record. */
export function editEvent(unpacked: Unpacked, n: number, change: (event: Members) => void): void {
  editJson(unpacked, EVENTS_PATH, n - 1, line => editOpened(line, 'event', change));
}
