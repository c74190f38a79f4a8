import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { addAsset, asset, assetRoutes } from './assets.ts';

const app = fastify();
assetRoutes(app);

test('an asset is served with its type, for ever, and may not be taken for anything else', async () => {
  for (const [name, type] of [
    ['public.css', 'text/css; charset=utf-8'],
    ['police.css', 'text/css; charset=utf-8'],
    ['enhance.js', 'text/javascript; charset=utf-8'],
    ['govuk-frontend.js', 'text/javascript; charset=utf-8'],
    ['icon.svg', 'image/svg+xml'],
    ['ibm-plex-sans-latin-400-normal.woff2', 'font/woff2'],
  ] as const) {
    const reply = await app.inject(asset(name));
    assert.equal(reply.statusCode, 200, name);
    assert.equal(reply.headers['content-type'], type);
    assert.equal(reply.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(reply.headers['x-content-type-options'], 'nosniff');
    assert.ok(reply.rawPayload.length > 100);
  }
});

test('an address carries the hash of the content, and no other name or hash is found', async () => {
  assert.match(asset('public.css'), /^\/assets\/public-[0-9a-f]{16}\.css$/);
  for (const url of [
    '/assets/public.css',
    '/assets/public-0000000000000000.css',
    '/assets/..%2f..%2fpackage.json',
    '/assets/',
  ]) {
    assert.equal((await app.inject(url)).statusCode, 404, url);
  }
});

test('a style sheet and a script refer to other assets by addresses that exist', async () => {
  const css = (await app.inject(asset('public.css'))).body;
  const urls = [...css.matchAll(/url\(([^)]+)\)/g)].map(found => found[1]!);
  assert.ok(urls.length > 20);
  for (const url of urls) assert.equal((await app.inject(url)).statusCode, 200, url);
  assert.match(
    (await app.inject(asset('enhance.js'))).body,
    new RegExp(`from '${asset('govuk-frontend.js')}'`),
  );
});

test('text is compressed for a browser that takes it, and only then', async () => {
  const plain = await app.inject(asset('public.css'));
  const small = await app.inject({ url: asset('public.css'), headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(small.headers['content-encoding'], 'gzip');
  assert.equal(small.headers['vary'], 'accept-encoding');
  assert.ok(gunzipSync(small.rawPayload).equals(plain.rawPayload));
});

test('an unknown asset, and a file of a kind that is not served, are bugs that throw', () => {
  assert.throws(() => asset('toString'), /no asset/);
  assert.throws(() => addAsset('/x/page.html'), /ending/);
});

test('assets, macros and pages work in a process that has lost the right to read files', () => {
  const root = join(import.meta.dirname, '../../..');
  const script = `
    const kit = await import('./src/web/ui/index.ts');
    const govuk = await import('./src/web/ui/govuk/index.ts');
    const { GALLERY } = await import('./src/web/ui/gallery/index.ts');
    const app = (await import('fastify')).default();
    kit.assetRoutes(app);
    await app.inject('/');
    process.permission.drop('fs.read');
    const reply = await app.inject(kit.asset('public.css'));
    const pages = Object.values(GALLERY).map(page => kit.renderHtml(page()).length);
    console.log(reply.statusCode, pages.length > 5, Math.min(...pages) > 1000, kit.isHtml(govuk.panel({ titleText: 'x' })));`;
  const printed = execFileSync(
    process.execPath,
    ['--permission', `--allow-fs-read=${root}`, '--input-type=module', '--eval', script],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  assert.equal(printed.trim(), '200 true true true');
});
