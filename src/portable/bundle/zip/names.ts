const MAX_PATH_LENGTH = 149;
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;

function segmentFault(segment: string): string | null {
  if (!SEGMENT.test(segment) || segment.endsWith('.')) return 'a character or place not allowed';
  return DEVICE.test(segment) ? 'a name Windows keeps for a device' : null;
}

/**
 * Why a path may not stand in a bundle, or null when it may. The rule sidesteps every disagreement between
 * tools about file names: ASCII letters, digits, dot, underscore and dash; no segment begins with a dot or a
 * dash, ends with a dot, or names a Windows device; under 150 characters.
 */
export function pathFault(path: string): string | null {
  if (path.length > MAX_PATH_LENGTH) return 'too long';
  for (const segment of path.split('/')) {
    const fault = segmentFault(segment);
    if (fault) return fault;
  }
  return null;
}

/** The first pair of paths that some file system cannot hold side by side (case, or a file that is a folder). */
export function pathClash(paths: readonly string[]): [string, string] | null {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const clash = claimFolders(seen, path) ?? claimFile(seen, path);
    if (clash) return [clash, path];
  }
  return null;
}

function claimFolders(seen: Map<string, string>, path: string): string | null {
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    const folder = path.slice(0, at + 1);
    const key = folder.toLowerCase();
    const holder = seen.get(key) ?? seen.get(key.slice(0, -1));
    if (holder !== undefined && holder !== folder) return holder;
    seen.set(key, folder);
  }
  return null;
}

function claimFile(seen: Map<string, string>, path: string): string | null {
  const key = path.toLowerCase();
  const holder = seen.get(key) ?? seen.get(`${key}/`);
  if (holder !== undefined) return holder;
  seen.set(key, path);
  return null;
}
