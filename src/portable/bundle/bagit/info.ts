import { utf8 } from '../../bytes/index.ts';

/** The only `bagit.txt` we write (RFC 8493 section 2.1.1). */
export const BAGIT_TXT = utf8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');

/** What `bag-info.txt` says. `payload` counts the files under `data/`. */
export type BagInfo = {
  force: string;
  reference: string;
  software: { name: string; version: string };
  createdAt: string;
  payload: { sizeBytes: number; files: number };
};

/** `bag-info.txt` in its fixed order of lines (RFC 8493 section 2.2.2). No value may hold a line end. */
export function encodeBagInfo(info: BagInfo): Uint8Array {
  const lines = [
    `Source-Organization: ${info.force}`,
    `External-Identifier: ${info.reference}`,
    `Bag-Software-Agent: ${info.software.name} ${info.software.version}`,
    `Bagging-Date: ${info.createdAt.slice(0, 10)}`,
    `Payload-Oxum: ${info.payload.sizeBytes}.${info.payload.files}`,
  ];
  return utf8(lines.map(line => `${line}\n`).join(''));
}
