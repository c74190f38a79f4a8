import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { strictHeaders } from '../guards/index.ts';
import { assetRoutes, renderHtml } from '../ui/index.ts';
import { introduction, type DemoFile } from './demo-page.ts';

export type DemoAppParts = {
  readonly publicOrigin: string;
  readonly policeOrigin: string;
  /** Folder with `ready/`: the export to hand in, as text and as an archive. */
  readonly filesFolder: string;
  readonly policy: string;
  /** Folder with the built verifier program and page. */
  readonly verifierFolder: string;
};

const LOCAL = /^(127\.0\.0\.1|localhost|demo\.localhost)(:\d+)?$/;

const ABOUT: readonly [RegExp, string][] = [
  [/\.zip$/i, 'as the app saves it. Your browser opens it and only its text leaves; needs JavaScript.'],
  [/.*/, 'the text alone. Works in any browser.'],
];

/** The listener that introduces the demonstration. It has no database, no key and no form. */
export function createDemoApp(parts: DemoAppParts): FastifyInstance {
  const app = Fastify({ logger: false, requestTimeout: 10_000, bodyLimit: 1024 });
  strictHeaders(app, () => parts.publicOrigin);
  app.addHook('onRequest', async (request, reply) => {
    // A hostile site whose name points here must not read these pages.
    if (LOCAL.test(request.headers.host ?? '')) return undefined;
    return reply.code(421).type('text/plain; charset=utf-8').send('This name is not served here.\n');
  });
  assetRoutes(app);
  const ready = readyFiles(join(parts.filesFolder, 'ready'));
  const page = renderHtml(
    introduction({
      publicOrigin: parts.publicOrigin,
      policeOrigin: parts.policeOrigin,
      readyFiles: ready.map(file => file.shown),
      policyHref: '/force.tlog-policy',
      verifierHref: '/verify',
      programHref: '/handover-verify.mjs',
    }),
  );
  app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/health', (_request, reply) => reply.send({ ok: true }));
  app.get('/force.tlog-policy', (_request, reply) =>
    download(reply, 'force.tlog-policy', Buffer.from(parts.policy)),
  );
  for (const file of ready)
    app.get(file.shown.href, (_request, reply) => download(reply, file.shown.name, file.bytes));
  const program = readFileSync(join(parts.verifierFolder, 'handover-verify.mjs'));
  app.get('/handover-verify.mjs', (_request, reply) => download(reply, 'handover-verify.mjs', program));
  const verifier = readFileSync(join(parts.verifierFolder, 'handover-verify.html'));
  // The page carries its own, stricter policy with the hashes of its one script and style.
  app.get('/verify', (_request, reply) =>
    reply.removeHeader('content-security-policy').type('text/html; charset=utf-8').send(verifier),
  );
  return app;
}

function readyFiles(folder: string): { shown: DemoFile; bytes: Buffer }[] {
  const names = readdirSync(folder).filter(name => name !== 'truth.json');
  return names.toSorted().map((name, index) => {
    const bytes = readFileSync(join(folder, name));
    const about = ABOUT.find(([pattern]) => pattern.test(name))?.[1] ?? '';
    return { bytes, shown: { href: `/ready/${index + 1}`, name, sizeBytes: bytes.length, about } };
  });
}

function download(reply: FastifyReply, name: string, bytes: Buffer): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type('application/octet-stream')
    .send(bytes);
}
