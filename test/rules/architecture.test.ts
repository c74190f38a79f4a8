import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '..', '..');

type Edge = { readonly from: string; readonly to: string };

/** Every import of every source file, type-only ones included, as a path below the root or a package name. */
function edges(): Edge[] {
  const files = globSync(['src/**/*.ts', 'verifier/*.ts', 'verifier/page/*.ts'], { cwd: ROOT }).filter(
    file => !/\.(test|slow|contract)\.ts$/.test(file) && !file.includes('/testing/'),
  );
  return files.flatMap(file => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const names = [
      ...text.matchAll(
        /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
      ),
    ];
    return names.map(match => ({
      from: file,
      to: resolveName(file, match[1] ?? match[2] ?? match[3] ?? ''),
    }));
  });
}

function resolveName(file: string, name: string): string {
  if (name.startsWith('.')) return normalize(join(file, '..', name));
  if (name === '#config') return 'src/config.ts';
  if (name.startsWith('#support/')) return name.replace('#support/', 'test/support/');
  return name.startsWith('#') ? name.replace('#', 'src/') : name;
}

const isOurs = (to: string) => /^(src|verifier|test|scripts|bench)\//.test(to);
const within = (prefix: string) => (path: string) => path.startsWith(prefix);

/** Who may import what. A file that no rule covers may import anything (processes, cli: where the rings are joined). */
const RULES: readonly {
  readonly ring: string;
  readonly from: (path: string) => boolean;
  readonly may: (edge: Edge) => boolean;
}[] = [
  {
    ring: 'portable imports portable and @noble only',
    from: within('src/portable/'),
    may: ({ to }) => to.startsWith('src/portable/') || to.startsWith('@noble/'),
  },
  {
    ring: 'domain imports portable and domain, and of Node.js only crypto',
    from: within('src/domain/'),
    may: ({ to }) => /^src\/(portable|domain)\//.test(to) || to === 'node:crypto',
  },
  {
    ring: 'an adapter imports portable, domain, itself and the durable files, never another adapter or the web',
    from: within('src/adapters/'),
    may: ({ from, to }) => {
      if (!isOurs(to)) return true;
      const own = from.split('/').slice(0, 3).join('/');
      return (
        /^src\/(portable|domain)\//.test(to) ||
        to.startsWith(`${own}/`) ||
        to.startsWith('src/adapters/files/')
      );
    },
  },
  {
    ring: 'the web never imports an adapter',
    from: within('src/web/'),
    may: ({ to }) => !isOurs(to) || /^src\/(portable|domain|web)\//.test(to),
  },
  {
    ring: 'the public side never imports the police side',
    from: within('src/web/public/'),
    may: ({ to }) => !to.startsWith('src/web/police/'),
  },
  {
    ring: 'the police side never imports the public side',
    from: within('src/web/police/'),
    may: ({ to }) => !to.startsWith('src/web/public/'),
  },
  {
    ring: 'the verifier imports portable only, and no package but what portable may',
    from: within('verifier/'),
    may: ({ to }) =>
      to.startsWith('verifier/') ||
      to.startsWith('src/portable/') ||
      to.startsWith('node:') ||
      to.startsWith('@noble/'),
  },
];

const ALL = edges();

for (const rule of RULES) {
  test(`wall: ${rule.ring}`, () => {
    const seen = ALL.filter(edge => rule.from(edge.from));
    assert.ok(seen.length > 0, 'a wall that saw no import proves nothing');
    const broken = seen.filter(edge => !rule.may(edge)).map(edge => `${edge.from} -> ${edge.to}`);
    assert.deepEqual(broken, []);
  });
}

test('wall: no import climbs more than one level inside a ring of the service', () => {
  const climbing = globSync('src/{domain,adapters,web}/**/*.ts', { cwd: ROOT }).filter(file =>
    readFileSync(join(ROOT, file), 'utf8').includes(`from '../../..`),
  );
  assert.deepEqual(climbing, []);
});

test('only the configuration reads the environment', () => {
  const readers = globSync('src/**/*.ts', { cwd: ROOT }).filter(
    file =>
      file !== 'src/config.ts' &&
      !file.includes('.test.') &&
      readFileSync(join(ROOT, file), 'utf8').includes('process.env'),
  );
  assert.deepEqual(readers, []);
});
