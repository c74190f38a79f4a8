import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder that HANDOVER_OUTSIDE_VECTORS names, holding the unedited vectors of other projects (merkle/testdata,
 * tessera/testdata/log, cctv/ed25519), or null. None of those files is part of this repository.
 */
function outsideVectors(): string | null {
  return process.env['HANDOVER_OUTSIDE_VECTORS'] ?? null;
}

/** Options for a test that needs the folder: it is skipped, for a named reason, where the variable is not set. */
export function needsOutsideVectors(): { skip: string | false } {
  return { skip: outsideVectors() === null ? 'HANDOVER_OUTSIDE_VECTORS is not set' : false };
}

/** The bytes of one file of the folder. Throws when the folder does not have it. */
export function readOutside(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(outsideVectors() ?? '', path)));
}

/** The paths of all files below a folder of the folder, sorted. Throws when it is not there. */
export function listOutside(path: string): string[] {
  const entries = readdirSync(join(outsideVectors() ?? '', path), { recursive: true, withFileTypes: true });
  const root = outsideVectors() ?? '';
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(join(root, '/').length))
    .sort();
}
