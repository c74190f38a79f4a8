import type { FastifyRequest } from 'fastify';
import { HandoverError } from '#domain/error.ts';
import { consistencyProofFromTiles, decodeCheckpoint, decodeNote } from '#portable/tlog/index.ts';
import type { Tile } from '#portable/tlog/index.ts';
import { toBase64 } from '#portable/bytes/index.ts';
import type { PoliceParts } from '../parts.ts';
import { policeRoute } from '../police-route.ts';
import type { Found, PoliceWall } from '../police-route.ts';
import { numberParameter, parameter } from '../visit.ts';
import type { Answer, ReaderVisit } from '../visit.ts';
import { tileAt } from './tile-address.ts';

const CHECKPOINT_KEPT_SECONDS = 5;
const TEXT = 'text/plain; charset=utf-8';
const LOG = { kind: 'log', id: 'log' } as const;

/**
 * The log as C2SP tlog-tiles serves it, below `/log`, for auditors and log readers alone: how much happens and when is
 * nobody else's. The public side serves the scheduled checkpoint and nothing of this.
 */
export function logRoutes(wall: PoliceWall): void {
  checkpointRoute(wall);
  tileRoute(wall);
  consistencyRoute(wall);
}

function checkpointRoute(wall: PoliceWall): void {
  policeRoute(wall, {
    method: 'GET',
    path: '/log/checkpoint',
    action: 'read-log',
    thing: () => ({ thing: LOG, value: true as const }),
    detail: () => 'checkpoint',
    handler: sendCheckpoint,
    forReaders: sendCheckpoint,
  });
}

async function sendCheckpoint({ parts }: ReaderVisit<true>): Promise<Answer> {
  return { raw: { type: TEXT, body: await checkpointOf(parts), keepSeconds: CHECKPOINT_KEPT_SECONDS } };
}

async function checkpointOf({ logFiles }: PoliceParts): Promise<string> {
  const checkpoint = await logFiles.checkpoint();
  if (checkpoint === null) throw new HandoverError('not-found', 'the log has no checkpoint yet');
  return checkpoint;
}

type AskedTile = { readonly path: string; readonly tile: Tile };

function tileRoute(wall: PoliceWall): void {
  policeRoute<AskedTile>(wall, {
    method: 'GET',
    path: '/log/tile/*',
    action: 'read-log',
    thing: findTile,
    detail: request => {
      const tile = tileAt(tilePathOf(request));
      if (tile === null) return `no tile: ${tilePathOf(request).slice(0, 100)}`;
      return tile.level === 'entries' ? 'entry bundles' : `tiles of level ${tile.level}`;
    },
    ranges: (_request, { tile }) => [[tile.n, tile.n]],
    handler: sendTile,
    forReaders: sendTile,
  });
}

function tilePathOf(request: FastifyRequest): string {
  return `tile/${parameter(request, '*')}`;
}

function findTile(request: FastifyRequest): Found<AskedTile> {
  const path = tilePathOf(request);
  const tile = tileAt(path);
  return { thing: LOG, value: tile === null ? null : { path, tile } };
}

async function sendTile({ parts, value }: ReaderVisit<AskedTile>): Promise<Answer> {
  const body = await parts.logFiles.readTile(value.path);
  if (body === null) throw new HandoverError('not-found', 'the log has no such tile');
  return { raw: { type: 'application/octet-stream', body, keepSeconds: 'for-good' } };
}

/** `/log/consistency?from=N[&to=M]`: the RFC 6962 proof as lines of base64, up to the checkpoint when no `to` is given. */
function consistencyRoute(wall: PoliceWall): void {
  policeRoute(wall, {
    method: 'GET',
    path: '/log/consistency',
    action: 'read-log',
    thing: () => ({ thing: LOG, value: true as const }),
    detail: request => `consistency from ${parameter(request, 'from').slice(0, 20)}`,
    handler: sendConsistency,
    forReaders: sendConsistency,
  });
}

async function sendConsistency({ request, parts }: ReaderVisit<true>): Promise<Answer> {
  const size = sizeOf(await checkpointOf(parts));
  const from = numberParameter(request, 'from');
  const to = parameter(request, 'to') === '' ? size : numberParameter(request, 'to');
  if (from === null || to === null || from < 1 || from > to || to > size)
    throw new HandoverError('not-found', 'there is no proof between these sizes');
  const made = await consistencyProofFromTiles(from, to, parts.logFiles.readTile);
  if (!made.ok) throw new HandoverError('log-disagrees', 'a tile of the log is missing or malformed');
  const body = made.proof.map(hash => `${toBase64(hash)}\n`).join('');
  return { raw: { type: TEXT, body, keepSeconds: CHECKPOINT_KEPT_SECONDS } };
}

function sizeOf(checkpoint: string): number {
  const note = decodeNote(checkpoint);
  const decoded = note.ok ? decodeCheckpoint(note.note.text) : note;
  if (!decoded.ok) throw new HandoverError('log-disagrees', 'the checkpoint cannot be read');
  return decoded.checkpoint.size;
}
