// A sequencer without its process: logs what waits in batches of 40 and says after each how many entries are acknowledged.
// Waits for a line on standard input before it touches the disk, so that a tracer can be attached first.
import { createInterface } from 'node:readline';
import pg from 'pg';
import type { DatabaseAddress } from '#adapters/postgres/connection.ts';
import { createLogFiles } from '#adapters/sequencer/log-files.ts';
import { createLogHeadStore } from '#adapters/sequencer/log-head.ts';
import { recover, sequenceOnce } from '#adapters/sequencer/sequencer.ts';
import { testKeeping, TEST_SIGNER } from './test-log.ts';

const PER_BATCH = 40;
const [folder = '', database = ''] = process.argv.slice(2);
const client = new pg.Client(JSON.parse(database) as DatabaseAddress);
client.on('error', () => process.exit(70));
await client.connect();
const store = createLogHeadStore(client);
await store.lead();
const parts = {
  store: { ...store, waiting: () => store.waiting(PER_BATCH) },
  files: createLogFiles(folder),
  keeping: testKeeping(folder),
  signer: TEST_SIGNER,
  clock: () => new Date(),
};
const lines = createInterface({ input: process.stdin });
process.stdout.write('ready\n');
await new Promise(resolve => lines.once('line', resolve));
try {
  let head = await recover(parts);
  for (let next = await sequenceOnce(parts, head); next !== head; next = await sequenceOnce(parts, head)) {
    head = next;
    process.stdout.write(`acknowledged ${head.size}\n`);
  }
  process.stdout.write('done\n');
  process.exit(0);
} catch (error) {
  process.stdout.write(`stopped ${String(error)}\n`);
  process.exit(70);
}
