import { parseRecordCode } from '../src/portable/receipt/index.ts';

/** What the command line asks for. `files` are compared with a receipt's items. */
export type Asked = {
  policy: string | null;
  json: boolean;
  explain: boolean;
  /** Every digest of a large bundle too, which takes longer. */
  allDigests: boolean;
  subject: string;
  files: string[];
  /** A checkpoint published later, and the proof that it extends the receipt's; to be compared with a receipt. */
  checkpoint: string | null;
  consistency: string | null;
  /** The checkpoint was fetched more than two minutes after the receipt was saved. */
  later: boolean;
  /** A record code in its one spelling. */
  code: string | null;
};

/** The command line, read; `help` is not an error, `wrong` is a sentence for the person who typed it. */
export type ReadArguments =
  { ok: true; asked: Asked } | { ok: false; help: true } | { ok: false; wrong: string };

export const HELP = `Usage: handover-verify [--policy force.tlog-policy] [--json] [--explain] [--code CODE] [--all-digests] BUNDLE
       handover-verify [--policy force.tlog-policy] [--json] [--explain] [--code CODE] RECEIPT [--file FILE]...
                       [--checkpoint FILE [--later] [--consistency FILE]]

Checks a Handover bundle (.zip) or receipt (.handover-receipt) with nobody's help: no account, no network.

  --policy FILE  the log policy, or public key, that the force publishes: force.tlog-policy. Get it from the
                 force, never from the bundle. Without it nobody can tell who issued the bundle or receipt.
  --file FILE    a file to compare, byte for byte, with the items on a receipt: says which item it is, or
                 which it is most like. As often as you like; a name after the receipt means the same.
  --code CODE    the record code that was written down by hand: says whether the record still holds that event
  --checkpoint FILE
                 a checkpoint of the log, fetched from where the force publishes it (/checkpoint of the public
                 site): says whether the log was cut short or rewritten since. Keep the file.
  --later        the checkpoint was fetched more than two minutes after the receipt was saved. An older one has
                 fewer entries in any case: only with this word does a shorter log fail.
  --consistency FILE
                 the proof that a longer log extends the receipt's, one base64 hash a line (RFC 6962). Fetch it
                 from the public site; the check names the address (/checkpoint/consistency?from=N&to=M).
  --all-digests  above 256 MiB: work out the SHA-512 of each item and the SHA-256 of the whole bundle too,
                 which takes about three times as long. Below, both are always worked out.
  --explain      what each check means, and what it does not prove
  --json         the same as JSON, for programs
  --help         this text

Exit codes: 0 verified; 1 a check failed; 2 the input cannot be used; 3 consistent with itself, but who
issued it is not established, because no policy was given.
`;

/** What is said of a record code that cannot be one. */
export const MISTYPED =
  'The record code is not 20 letters and digits that fit together. Look at the paper again.';

const FLAGS = ['--json', '--explain', '--all-digests', '--later'];
const VALUED = ['--policy', '--file', '--checkpoint', '--consistency', '--code'];
const REPEATABLE = ['--file'];

type Words = { names: string[]; flags: Set<string>; values: Map<string, string[]> };

/** Reads the command line. An option unknown, without its value, or given twice where once is meant, is refused. */
export function readArguments(args: readonly string[]): ReadArguments {
  if (args.includes('--help') || args.includes('-h')) return { ok: false, help: true };
  const words = sorted(args);
  if (typeof words === 'string') return { ok: false, wrong: words };
  const { names, flags, values } = words;
  const [subject, ...files] = names;
  if (subject === undefined) return { ok: false, wrong: 'Say which bundle or receipt is to be checked.' };
  const one = (option: string) => values.get(option)?.[0] ?? null;
  const [checkpoint, consistency, written] = [one('--checkpoint'), one('--consistency'), one('--code')];
  if (consistency !== null && checkpoint === null)
    return { ok: false, wrong: 'A consistency proof needs the checkpoint that it leads to: --checkpoint.' };
  if (flags.has('--later') && checkpoint === null)
    return { ok: false, wrong: 'The word --later is said of a checkpoint: --checkpoint.' };
  const code = written === null ? null : parseRecordCode(written);
  if (written !== null && code === null) return { ok: false, wrong: MISTYPED };
  const asked = {
    policy: one('--policy'),
    json: flags.has('--json'),
    explain: flags.has('--explain'),
    allDigests: flags.has('--all-digests'),
    subject,
    files: [...files, ...(values.get('--file') ?? [])],
    checkpoint,
    consistency,
    later: flags.has('--later'),
    code,
  };
  return { ok: true, asked };
}

/** The words of the command line by kind, or a sentence about the first that is wrong. */
function sorted(args: readonly string[]): Words | string {
  const rest = [...args];
  const words: Words = { names: [], flags: new Set(), values: new Map() };
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') words.names.push(...rest.splice(0));
    else if (!word.startsWith('-') || word === '-') words.names.push(word);
    else {
      const wrong = takeOption(words, word, rest);
      if (wrong !== null) return wrong;
    }
  }
  return words;
}

function takeOption({ flags, values }: Words, word: string, rest: string[]): string | null {
  const again = flags.has(word) || (values.has(word) && !REPEATABLE.includes(word));
  if (again) return `The option ${word} is given twice.`;
  if (FLAGS.includes(word)) {
    flags.add(word);
    return null;
  }
  if (!VALUED.includes(word)) return `The option ${word} is not known.`;
  const value = rest.shift();
  if (value === undefined) return `The option ${word} needs ${word === '--code' ? 'a code' : 'a file'}.`;
  values.set(word, [...(values.get(word) ?? []), value]);
  return null;
}
