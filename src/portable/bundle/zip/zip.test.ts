import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { crc32 as zlibCrc32 } from 'node:zlib';
import * as yauzl from 'yauzl';
import { sourceOfBytes } from '../byte-source.ts';
import { crc32, readZip, SourceChangedError, writeZip, ZIP_LIMITS } from './index.ts';
import type { ZipFile, ZipLimits } from './index.ts';
import { pathClash, pathFault } from './names.ts';

const folder = mkdtempSync(join(tmpdir(), 'handover-zip-'));
after(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): ZipFile {
  const bytes = new TextEncoder().encode(text);
  return { name, sizeBytes: bytes.length, crc32: crc32(bytes), open: () => [bytes] };
}

async function zipOf(files: ZipFile[], limits: ZipLimits = ZIP_LIMITS): Promise<Buffer<ArrayBuffer>> {
  const { sizeBytes, chunks } = writeZip(files, { limits });
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  const zip = Buffer.concat(pieces);
  assert.equal(zip.length, sizeBytes);
  return zip;
}

const SMALL = [fileOf('a/two.txt', 'two'), fileOf('a/one.bin', 'one one'), fileOf('a/empty', '')];

/** Zip64 is forced through limits so low that every entry, offset and count passes them. */
const SHAPES: [string, ZipLimits][] = [
  ['plain', ZIP_LIMITS],
  ['Zip64 for sizes and offsets', { count: 0xffff, size: 5 }],
  ['Zip64 for the count', { count: 2, size: 0xffffffff }],
  ['Zip64 for everything', { count: 0, size: 0 }],
];

function onDisk(name: string, zip: Uint8Array): string {
  const path = join(folder, name.replaceAll(' ', '-'));
  writeFileSync(path, zip);
  return path;
}

function readWithYauzl(zip: Buffer): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true, strictFileNames: true }, (error, archive) => {
      if (error) return reject(error);
      archive.on('error', reject);
      archive.on('end', () => resolve(found));
      archive.on('entry', (entry: yauzl.Entry) => {
        archive.openReadStream(entry, (fault, stream) => {
          if (fault) return reject(fault);
          found[entry.fileName] = '';
          stream.on('data', (piece: Buffer) => {
            found[entry.fileName] += piece.toString();
          });
          stream.on('end', () => archive.readEntry());
        });
      });
      archive.readEntry();
    });
  });
}

const PYTHON = spawnSync('python3', ['--version']).status === 0;
const UNZIP = spawnSync('unzip', ['-v']).status === 0;
const LIST_IN_PYTHON =
  'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(",".join(z.namelist()))';

describe('the zip writer', () => {
  for (const [shape, limits] of SHAPES) {
    it(`writes a ${shape} archive that yauzl reads whole`, async () => {
      const expected = { 'a/empty': '', 'a/one.bin': 'one one', 'a/two.txt': 'two' };
      assert.deepEqual(await readWithYauzl(await zipOf(SMALL, limits)), expected);
    });
    it(
      `writes a ${shape} archive that unzip -t finds sound`,
      { skip: !UNZIP && 'no unzip here' },
      async () => {
        const done = spawnSync('unzip', ['-t', onDisk(`${shape}-unzip`, await zipOf(SMALL, limits))]);
        assert.equal(done.status, 0, done.stdout.toString());
      },
    );
    it(`writes a ${shape} archive that Python reads`, { skip: !PYTHON && 'no python3 here' }, async () => {
      const path = onDisk(`${shape}-python`, await zipOf(SMALL, limits));
      const done = spawnSync('python3', ['-c', LIST_IN_PYTHON, path], { encoding: 'utf8' });
      assert.equal(done.stdout.trim(), 'a/empty,a/one.bin,a/two.txt', done.stderr);
    });
    it(`writes a ${shape} archive that its own reader finds canonical`, async () => {
      const read = await readZip(sourceOfBytes(await zipOf(SMALL, limits)), limits);
      assert.deepEqual(read.faults, []);
      assert.deepEqual(
        read.entries?.map(entry => entry.sizeBytes),
        [0, 7, 3],
      );
    });
  }

  it('gives the same bytes whatever order the files are given in', async () => {
    assert.deepEqual(await zipOf(SMALL), await zipOf(SMALL.toReversed()));
  });

  it('stops when a file gives other bytes than it was measured with', async () => {
    const same = fileOf('a/x', 'abc');
    for (const text of ['abd', 'ab', 'abcd']) {
      const changed = { ...same, open: () => [new TextEncoder().encode(text)] };
      await assert.rejects(zipOf([changed]), SourceChangedError, text);
    }
  });
});

describe('a file that never ends', () => {
  it('is stopped at the size that it was measured with', async () => {
    function* endless(): Generator<Uint8Array> {
      for (;;) yield new Uint8Array(4);
    }
    await assert.rejects(zipOf([{ ...fileOf('a/x', 'abc'), open: endless }]), SourceChangedError);
  });
});

describe('the zip reader', () => {
  for (const [shape, limits] of SHAPES) {
    it(`notices a change of any one byte outside the files of a ${shape} archive`, async () => {
      const zip = await zipOf(SMALL, limits);
      const entries = (await readZip(sourceOfBytes(zip), limits)).entries ?? [];
      const isData = (at: number) => entries.some(e => at >= e.dataOffset && at < e.dataOffset + e.sizeBytes);
      for (let at = 0; at < zip.length; at += 1) {
        if (isData(at)) continue;
        const changed = Buffer.from(zip);
        changed[at] = (changed[at] ?? 0) ^ 0x41;
        const read = await readZip(sourceOfBytes(changed), limits);
        assert.notDeepEqual(read.faults, [], `byte ${at}`);
      }
    });
    it(`refuses a ${shape} archive cut anywhere, or with bytes before or after it`, async () => {
      const zip = await zipOf(SMALL, limits);
      const damaged = [Buffer.concat([zip, Buffer.of(0)]), Buffer.concat([Buffer.of(0), zip])];
      for (let length = 0; length < zip.length; length += 1) damaged.push(zip.subarray(0, length));
      for (const bytes of damaged) {
        assert.notDeepEqual(
          (await readZip(sourceOfBytes(bytes), limits)).faults,
          [],
          `${bytes.length} bytes`,
        );
      }
    });
  }

  it('names the file and the field where a local header disagrees with the directory', async () => {
    const zip = await zipOf(SMALL);
    zip[8] = 8;
    const { faults } = await readZip(sourceOfBytes(zip));
    assert.deepEqual(faults, [
      'The header of a/empty has another compression method than the directory says.',
    ]);
  });

  it('refuses an archive that lists a file twice', async () => {
    const zip = await zipOf([fileOf('a/x', 'same'), fileOf('a/x', 'same')]);
    const { faults } = await readZip(sourceOfBytes(zip));
    assert.deepEqual(faults.slice(0, 1), ['a/x is out of order or listed twice.']);
  });

  it('refuses a file of 1 KB that declares 10 GB without reading further', async () => {
    let readBytes = 0;
    const zip = await zipOf([fileOf('a/x', 'x'.repeat(900))]);
    const record = zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    zip.writeUInt32LE(10e9 % 2 ** 32, record + 24);
    const whole = sourceOfBytes(zip);
    const read = (offset: number, length: number) => {
      readBytes += length;
      return whole.read(offset, length);
    };
    const result = await readZip({ sizeBytes: zip.length, read });
    assert.equal(result.entries, null);
    assert.ok(readBytes < 200);
  });

  it('refuses files that fit the zip only without their headers, and reads nothing outside it', async () => {
    const zip = await zipOf([fileOf('a/x', 'abc')]);
    const record = zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    zip.writeUInt32LE(zip.length, record + 24);
    const { entries, faults } = await readZip(sourceOfBytes(zip));
    assert.equal(entries, null);
    assert.match(faults.join(' '), /there are gaps, overlaps or extra bytes/);
  });

  it('refuses sizes that no file could have', async () => {
    const limits = { count: 0, size: 0 };
    for (const size of [2n ** 53n - 1n, 2n ** 53n, 2n ** 64n - 1n]) {
      const zip = await zipOf(SMALL, limits);
      for (
        let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1');
        at >= 0;
        at = zip.indexOf('PK\u0001\u0002', at + 1, 'latin1')
      ) {
        zip.writeBigUInt64LE(size, at + 46 + zip.readUInt16LE(at + 28) + 4);
      }
      assert.equal((await readZip(sourceOfBytes(zip), limits)).entries, null);
    }
  });

  it('names gaps: bytes between the files and the directory that its end record accounts for', async () => {
    const zip = await zipOf(SMALL);
    const at = zip.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
    const gapped = Buffer.concat([zip.subarray(0, at), Buffer.from('gap'), zip.subarray(at)]);
    gapped.writeUInt32LE(at + 3, gapped.length - 6);
    const { entries, faults } = await readZip(sourceOfBytes(gapped));
    assert.equal(entries, null);
    assert.match(faults.join(' '), /there are gaps, overlaps or extra bytes/);
  });

  it('refuses names that some file system cannot hold side by side, or at all', async () => {
    const clash = await readZip(sourceOfBytes(await zipOf([fileOf('a/X', ''), fileOf('a/x', '')])));
    assert.deepEqual(clash.faults, ['a/x cannot stand beside a/X on every computer.']);
    const bad = await readZip(sourceOfBytes(await zipOf([fileOf('a/../x', '')])));
    assert.deepEqual(bad.faults, [
      'File 1 has a name that is not allowed (a character or place not allowed).',
    ]);
  });

  it('does not read a directory larger than any bundle has', async () => {
    const zip = await zipOf(SMALL);
    zip.writeUInt32LE(0xf0000000, zip.length - 10);
    const result = await readZip({
      ...sourceOfBytes(zip),
      sizeBytes: 2 ** 33,
      read: async () => zip.subarray(-22),
    });
    assert.deepEqual(result, { entries: null, faults: ['The directory has a size that cannot be right.'] });
  });
});

describe('names in a bundle', () => {
  it('are refused where any system would read them another way', () => {
    const bad = [
      '',
      '/a',
      'a/',
      'a//b',
      '..',
      'a/../b',
      '.a',
      '-a',
      'a b',
      'a\\b',
      'é',
      'CON',
      'a/nul.txt',
      'com1.x.y',
    ];
    for (const name of [...bad, 'a.', `${'a/'.repeat(74)}bb`]) assert.notEqual(pathFault(name), null, name);
    for (const name of ['a', 'a/b.c', 'A-1_2.tlog-proof', 'console', 'com10', `${'a/'.repeat(74)}b`]) {
      assert.equal(pathFault(name), null, name);
    }
  });

  it('clash when they differ in case only, or when one is the folder of the other', () => {
    assert.deepEqual(pathClash(['a/x', 'a/X']), ['a/x', 'a/X']);
    assert.deepEqual(pathClash(['a/x', 'A/y']), ['a/', 'A/y']);
    assert.deepEqual(pathClash(['a/x', 'a/x/y']), ['a/x', 'a/x/y']);
    assert.deepEqual(pathClash(['a/x/y', 'a/x']), ['a/x/', 'a/x']);
    assert.equal(pathClash(['a/x', 'a/y/x', 'b/x']), null);
  });
});

describe('the checksum', () => {
  it('is the CRC-32 of zlib, however the bytes are cut', () => {
    assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
    const bytes = Uint8Array.from({ length: 300 }, (_, index) => (index * 167) & 0xff);
    for (let cut = 0; cut <= bytes.length; cut += 7) {
      assert.equal(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut))), zlibCrc32(bytes));
    }
  });
});
