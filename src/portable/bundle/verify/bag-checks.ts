import { toHex } from '../../bytes/index.ts';
import { decodeManifest } from '../bagit/manifest.ts';
import * as paths from '../paths.ts';
import { readSmall } from './open-bundle.ts';
import type { BundleFile, OpenBundle } from './open-bundle.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './outcome.ts';

const MAX_LIST_BYTES = 1 << 25;

type Compared = { malformed: string[]; absent: string[]; unlisted: string[]; changed: string[] };

/** The payload manifest and the tag manifest against the files: every file that is wrong is named. */
export async function checkBag(bundle: OpenBundle): Promise<Outcome[]> {
  const all = [...bundle.files.values()];
  const payload = all.filter(({ path }) => path.startsWith('data/'));
  const { malformed, absent, unlisted, changed } = await compareList(
    bundle,
    paths.MANIFEST_256_PATH,
    payload,
  );
  const tags = await compareList(bundle, paths.TAG_MANIFEST_PATH, all.filter(isListedTag));
  const facts = { count: payload.length };
  return [
    outcomeOf('complete', [...malformed, ...absent, ...unlisted], facts),
    outcomeOf('unchanged', changed, facts),
    outcomeOf('record-files', [...tags.malformed, ...tags.absent, ...tags.unlisted, ...tags.changed]),
  ];
}

/** Two files are on no list: the tag manifest itself, and the proof that is made after it. */
function isListedTag({ path }: BundleFile): boolean {
  return !path.startsWith('data/') && path !== paths.TAG_MANIFEST_PATH && path !== paths.BUNDLE_PROOF_PATH;
}

async function compareList(
  bundle: OpenBundle,
  list: string,
  files: readonly BundleFile[],
): Promise<Compared> {
  const bytes = await readSmall(bundle, list, MAX_LIST_BYTES);
  if (!bytes)
    return { malformed: [`${list} is missing or far too large.`], absent: [], unlisted: [], changed: [] };
  const { digests, faults } = decodeManifest(bytes, list);
  const here = new Map(files.map(file => [file.path, file]));
  return {
    malformed: faults,
    absent: [...digests.keys()]
      .filter(path => !here.has(path))
      .map(path => `${path} is listed and not here.`),
    unlisted: files
      .filter(({ path }) => !digests.has(path))
      .map(({ path }) => `${path} is here and not listed.`),
    changed: files.filter(file => differs(digests.get(file.path), file)).map(describe),
  };
}

function differs(listed: string | undefined, { digests }: BundleFile): boolean {
  return listed !== undefined && listed !== toHex(digests.sha256);
}

function describe({ path, digests }: BundleFile): string {
  return `${path} is not the file on the list. Found here: SHA-256 ${toHex(digests.sha256)}.`;
}
