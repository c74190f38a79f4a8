import { isOnlyWords } from '#domain/intake/index.ts';
import { readArchiveFields } from '../archive-fields.ts';
import { fileNameOf } from '../file-name.ts';

/** What `Upload-Metadata` says of a file, as the domain wants it. */
export type SaidOfFile = {
  readonly name: string;
  readonly sourceClass: 'party-export' | 'extract';
  readonly extractOf: ReturnType<typeof readArchiveFields> & (object | null);
  readonly declaredSha256Hex: string | null;
};

/** Reads the metadata of an upload; null when a field is not as our script, or a client that read our documents, writes it. */
export function readNewUpload(fields: ReadonlyMap<string, string>): SaidOfFile | null {
  const extractOf = readArchiveFields(fields);
  const declared = fields.get('sha256') ?? null;
  if (extractOf === undefined || (declared !== null && !/^[0-9a-f]{64}$/.test(declared))) return null;
  if (extractOf !== null && !isOnlyWords(`${extractOf.name}\n${extractOf.member}`)) return null;
  return {
    name: fileNameOf(fields.get('filename') ?? ''),
    sourceClass: extractOf === null ? 'party-export' : 'extract',
    extractOf,
    declaredSha256Hex: declared,
  };
}
