// A process for tests of the supervision; never part of the product. Its role says what becomes of it.
import { EXIT, receiveHandshake, reportReady, reportTrouble, stopOnce } from '../handshake.ts';

const role = process.argv[2];
const end = stopOnce(() => Promise.resolve());
await receiveHandshake(end);

if (role === 'fails') process.exit(EXIT.failed);
if (role === 'refuses') {
  reportTrouble({ trouble: 'The log disagrees with the database.', fatal: true });
  process.exit(EXIT.refused);
}
reportReady();
// Hangs once it has begun to beat, as an exponential search would.
if (role === 'hangs') setTimeout(() => hang(), 1_200);

function hang(): never {
  for (;;);
}
