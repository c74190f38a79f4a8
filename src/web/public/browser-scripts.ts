import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** The zip library as one file without imports; a browser loads it only once a zip is chosen. */
const ZIP_LIBRARY = join(
  dirname(fileURLToPath(import.meta.resolve('@zip.js/zip.js/package.json'))),
  'dist/zip-core-external.min.js',
);

type Script = { readonly url: string; readonly body: Buffer; readonly gzip: Buffer };

const byPath = new Map<string, Script>();
const byUrl = new Map<string, Script>();
const loading = new Set<string>();

/** Where an import leads: a statement at the beginning of a line, or `import(…)`. */
const IMPORT = /(^(?:import|export)\s(?:[^'";]*?\sfrom\s*)?|\bimport\(\s*)(["'])([^"'\n]+)\2/gm;

/**
 * Takes in a script and everything it imports, so that browsers can load them one by one: types are stripped, every
 * import becomes the address of what it names, and each address carries the hash of its content. No bundler.
 */
function takeIn(path: string): Script {
  const known = byPath.get(path);
  if (known !== undefined) return known;
  if (loading.has(path)) throw new Error(`scripts import each other in a circle at ${basename(path)}`);
  loading.add(path);
  const source = readFileSync(path, 'utf8');
  const plain = extname(path) === '.ts' ? stripTypeScriptTypes(source) : source;
  const body = Buffer.from(path === ZIP_LIBRARY ? plain : withAddresses(plain, path));
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const url = `/scripts/${basename(path, extname(path))}-${hash}.js`;
  const script = { url, body, gzip: gzipSync(body, { level: 9 }) };
  byPath.set(path, script);
  byUrl.set(url, script);
  loading.delete(path);
  return script;
}

function withAddresses(script: string, path: string): string {
  return script.replace(IMPORT, (_, before: string, quote: string, name: string) => {
    return `${before}${quote}${takeIn(resolveFrom(path, name)).url}${quote}`;
  });
}

function resolveFrom(path: string, name: string): string {
  if (name === '@zip.js/zip.js') return ZIP_LIBRARY;
  // Not `require.resolve`: it looks into parent folders, which the confined process may not read.
  return name.startsWith('.') ? join(dirname(path), name) : fileURLToPath(import.meta.resolve(name));
}

const folder = join(import.meta.dirname, 'browser');

/** The address of the script of the upload page. */
export const UPLOAD_SCRIPT = takeIn(join(folder, 'upload-page.ts')).url;

/** Serves the scripts, from memory. Their addresses carry the hash of their content, so they may be cached for ever. */
export function scriptRoutes(app: FastifyInstance): void {
  app.get<{ Params: { file: string } }>('/scripts/:file', (request, reply) => {
    const found = byUrl.get(`/scripts/${request.params.file}`);
    if (found === undefined) return reply.callNotFound();
    const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    reply.headers({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    if (!takesGzip) return reply.send(found.body);
    return reply.header('content-encoding', 'gzip').send(found.gzip);
  });
}
