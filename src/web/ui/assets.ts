import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { FONT_FILES } from './font-files.ts';
import { PACKAGE_FOLDERS } from './package-folders.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

interface Asset {
  readonly url: string;
  readonly type: string;
  readonly body: Buffer;
  /** The body compressed, where that makes it smaller; fonts are compressed already. */
  readonly gzip: Buffer | undefined;
}

const byName = new Map<string, Asset>();
const byUrl = new Map<string, Asset>();

/**
 * Takes a file in as an asset and returns its address. Call it while modules load, never during a request: under
 * Node's permission model a server may have lost the right to read by then. Names of assets taken in earlier, written
 * as `url(name)` in a style sheet or `'./name'` in a script, are replaced by their addresses.
 */
export function addAsset(path: string, name: string = basename(path)): string {
  const type = TYPES[extname(name)];
  if (type === undefined) throw new TypeError(`An asset cannot have the ending of ${name}`);
  const isText = extname(name) !== '.woff2';
  const body = isText ? Buffer.from(withAddresses(readFileSync(path, 'utf8'))) : readFileSync(path);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const url = `/assets/${basename(name, extname(name))}-${hash}${extname(name)}`;
  const made: Asset = { url, type, body, gzip: isText ? gzipSync(body, { level: 9 }) : undefined };
  byName.set(name, made);
  byUrl.set(url, made);
  return url;
}

/** The address of an asset by its plain name, for example `asset('public.css')`. An unknown name is a bug and throws. */
export function asset(name: string): string {
  const found = byName.get(name);
  if (!found) throw new Error(`There is no asset ${name}`);
  return found.url;
}

/**
 * Serves every asset under `/assets/`, from memory. An address carries the hash of its content, so it may be cached for
 * ever; an address with another hash is not found.
 */
export function assetRoutes(fastify: FastifyInstance): void {
  fastify.get<{ Params: { file: string } }>('/assets/:file', (request, reply) => {
    const found = byUrl.get(`/assets/${request.params.file}`);
    if (!found) return reply.code(404).type('text/plain; charset=utf-8').send('There is no such file.');
    return sendAsset(reply, found, /\bgzip\b/.test(request.headers['accept-encoding'] ?? ''));
  });
}

function sendAsset(reply: FastifyReply, found: Asset, takesGzip: boolean): FastifyReply {
  reply.headers({
    'content-type': found.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    vary: 'accept-encoding',
  });
  if (!takesGzip || !found.gzip) return reply.send(found.body);
  return reply.header('content-encoding', 'gzip').send(found.gzip);
}

function withAddresses(text: string): string {
  return text
    .replace(/url\("?([a-z0-9.-]+)"?\)/g, (_, name: string) => `url(${asset(name)})`)
    .replace(
      /from\s*(["'])\.\/([a-z0-9.-]+)\1/g,
      (_, quote: string, name: string) => `from ${quote}${asset(name)}${quote}`,
    );
}

const ownFile = (path: string): string => join(import.meta.dirname, path);

for (const { family, file } of FONT_FILES) addAsset(join(PACKAGE_FOLDERS[family], 'files', file));
addAsset(join(PACKAGE_FOLDERS['govuk-frontend'], 'dist/govuk/govuk-frontend.min.js'), 'govuk-frontend.js');
addAsset(ownFile('scripts/enhance.js'));
addAsset(ownFile('icon.svg'));
addAsset(ownFile('built/public.css'));
addAsset(ownFile('built/police.css'));
