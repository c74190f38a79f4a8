import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { addLogReader, endLogReader } from '#adapters/postgres/keep-log-readers.ts';
import { fromBase64 } from '#portable/bytes/index.ts';
import { tilePath, verifyConsistency } from '#portable/tlog/index.ts';
import { withinOneWindow } from '#support/audit-clock.ts';
import { logOnDisk, type LogOnDisk } from '#support/log-on-disk.ts';
import { createPoliceDesk } from '#support/police-desk.ts';
import type { Officer, PoliceDesk } from '#support/police-desk.ts';
import { tileAt } from './tile-address.ts';

describe('the log on the police side', () => {
  let desk: PoliceDesk;
  let log: LogOnDisk;
  let auditor: Officer;
  let token: string;
  let witnesses = 0;

  before(async () => {
    log = await logOnDisk([7, 256, 300]);
    const { files } = log;
    desk = await createPoliceDesk(parts => ({
      ...parts,
      logFiles: { checkpoint: files.readPublished, readTile: files.readTile },
    }));
    auditor = await desk.signIn('joan-whitlow');
    const owner = await desk.database.pool('owner').connect();
    token = (await addLogReader(owner, 'eastmere-university')) ?? '';
    owner.release();
  });

  const withToken = (url: string, bearer: string): Promise<LightMyRequestResponse> =>
    desk.app.inject({ url, headers: { host: 'police.localhost:7402', authorization: `Bearer ${bearer}` } });

  test('serves the checkpoint as text that is kept for seconds by nobody else', async () => {
    const { statusCode, headers, body } = await auditor.get('/log/checkpoint');
    assert.deepEqual(
      [statusCode, headers['content-type'], headers['cache-control'], body],
      [200, 'text/plain; charset=utf-8', 'private, max-age=5', log.checkpoint],
    );
  });

  test('serves every tile and entry bundle of C2SP tlog-tiles as stored, for good but privately', async () => {
    for (const [path, bytes] of [
      ['tile/0/000', 8_192],
      ['tile/0/001.p/44', 44 * 32],
      ['tile/1/000.p/1', 32],
      ['tile/entries/000', 256 * 35],
      ['tile/entries/001.p/44', 44 * 35],
    ] as const) {
      const { statusCode, headers, rawPayload } = await auditor.get(`/log/${path}`);
      assert.deepEqual(
        [statusCode, headers['content-type'], headers['cache-control'], rawPayload.length],
        [200, 'application/octet-stream', 'private, max-age=31536000, immutable', bytes],
        path,
      );
    }
    assert.deepEqual(
      (await auditor.get('/log/tile/0/000')).rawPayload.subarray(0, 32),
      Buffer.from(log.leaves[0] ?? new Uint8Array()),
    );
  });

  test('answers no other spelling of a tile, none that is not there, and no other file', async () => {
    for (const path of [
      'tile/0/0',
      'tile/00/000',
      'tile/0/000.p/256',
      'tile/0/000.p/0',
      'tile/0/000.p/044',
      'tile/64/000',
      'tile/0/x000/000',
      'tile/0/002',
      'tile/1/000',
      'tile/0/000/',
      'tile/0/..%2f..%2fcheckpoint',
      'tile/%2e%2e/staging',
      'staging',
    ]) {
      const { statusCode } = await auditor.get(`/log/${path}`);
      assert.equal(statusCode, 404, path);
    }
  });

  test('proves consistency between any two sizes, one base64 hash a line', async () => {
    for (const [from, to] of [
      [1, 300],
      [255, 300],
      [256, 300],
      [299, 300],
      [7, 256],
      [300, 300],
    ] as const) {
      const { statusCode, body } = await auditor.get(
        `/log/consistency?from=${from}${to === 300 ? '' : `&to=${to}`}`,
      );
      assert.equal(statusCode, 200);
      const proof = body
        .split('\n')
        .slice(0, -1)
        .map(line => fromBase64(line) ?? assert.fail(line));
      const verified = verifyConsistency({
        ...{ size1: from, size2: to, proof },
        root1: log.rootAt(from),
        root2: log.rootAt(to),
      });
      assert.equal(verified, true, `${from} to ${to}`);
    }
    for (const query of [
      '',
      '?from=0',
      '?from=301',
      '?from=5&to=301',
      '?from=9&to=3',
      '?from=x',
      '?from=1&to=x',
    ])
      assert.equal((await auditor.get(`/log/consistency${query}`)).statusCode, 404, query);
  });

  test('is for auditors: nobody else with a session, and nobody without', async () => {
    for (const id of ['priya-nandra', 'samir-holt', 'petra-lowe', 'tom-fairley']) {
      const officer = await desk.signIn(id);
      assert.equal((await officer.get('/log/tile/0/000')).statusCode, 403, id);
    }
    const { statusCode, headers } = await desk.app.inject({
      url: '/log/tile/0/000',
      headers: { host: 'police.localhost:7402' },
    });
    assert.deepEqual([statusCode, headers.location], [303, '/sign-in?next=%2Flog%2Ftile%2F0%2F000']);
  });

  test('is read by a log reader with its token, and recorded in one row with the ranges of the tiles', async () => {
    const owner = desk.database.pool('owner');
    const rows = await withinOneWindow(owner, async () => {
      const client = await owner.connect();
      witnesses += 1;
      const name = `witness-${witnesses}`;
      const own = (await addLogReader(client, name)) ?? '';
      client.release();
      for (const path of [
        'tile/0/000',
        'tile/0/001.p/44',
        'tile/entries/000',
        'checkpoint',
        'consistency?from=7',
      ])
        assert.equal((await withToken(`/log/${path}`, own)).statusCode, 200, path);
      const found = await owner.query<{ part: string; ranges: string; looks: number; purpose: string }>(
        `select part, ranges::text, looks, purpose from handover.audit_trail where officer_id = $1 order by id`,
        [`reader:${name}`],
      );
      return found.rows;
    });
    assert.deepEqual(
      rows.map(({ part, ranges, looks }) => [part, ranges, looks]),
      [
        ['tiles of level 0', '{[0,2)}', 2],
        ['entry bundles', '{[0,1)}', 1],
        ['checkpoint', '{}', 1],
        ['consistency from 7', '{}', 1],
      ],
    );
    assert.ok(rows.every(({ purpose }) => purpose === 'audit'));
  });

  test('is read with no other token, and a token opens nothing else', async () => {
    const other = Buffer.alloc(32, 7).toString('base64url');
    for (const bearer of [other, '', 'x', `${token}x`, token.slice(1)]) {
      const { statusCode, headers } = await withToken('/log/checkpoint', bearer);
      assert.equal(statusCode, 401, bearer);
      assert.equal(headers['www-authenticate'], 'Bearer realm="log"');
    }
    for (const url of ['/audit', '/queue', '/audit/export', '/']) {
      const { statusCode, headers } = await withToken(url, token);
      assert.equal(statusCode, 303, url);
      assert.match(String(headers.location), /^\/sign-in/);
    }
  });

  test('is not shown when the read cannot be recorded', async () => {
    const failing = await createPoliceDesk(parts => ({
      ...parts,
      readers: { nameOf: () => Promise.resolve('witness') },
      logFiles: { ...desk.parts.logFiles },
      audit: { ...parts.audit, noteView: () => Promise.reject(new Error('the disk is full')) },
    }));
    const { statusCode, body } = await failing.app.inject({
      url: '/log/checkpoint',
      headers: { host: 'police.localhost:7402', authorization: `Bearer ${token}` },
    });
    assert.equal(statusCode, 503);
    assert.doesNotMatch(body, /northshire\.example/);
  });

  test('is closed to a reader from the request after its token was ended', async () => {
    const owner = await desk.database.pool('owner').connect();
    const ending = (await addLogReader(owner, 'short-stay')) ?? '';
    assert.equal(await addLogReader(owner, 'short-stay'), null, 'a name is taken for good');
    assert.equal((await withToken('/log/checkpoint', ending)).statusCode, 200);
    assert.equal(await endLogReader(owner, 'short-stay'), true);
    assert.equal(await endLogReader(owner, 'short-stay'), false);
    owner.release();
    assert.equal((await withToken('/log/checkpoint', ending)).statusCode, 401);
    const { rows } = await desk.database
      .pool('owner')
      .query<{ token_hash: Buffer }>(`select token_hash from handover.log_readers where name = 'short-stay'`);
    assert.ok(!rows[0]?.token_hash.includes(ending), 'the token itself is kept nowhere');
  });
});

describe('the address of a tile', () => {
  test('is read as it is written, up to any number', () => {
    for (const [level, n, width] of [
      [0, 0, 256],
      [63, 1_234_067, 256],
      ['entries', 999_999_999_999, 255],
      [5, 1_000, 1],
    ] as const) {
      const path = tilePath(level, n, width);
      assert.deepEqual(tileAt(path), { level, n, width }, path);
    }
  });
});
