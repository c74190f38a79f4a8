/** What the command line asks for. `files` are compared with a receipt's items. */
export type Asked = {
  policy: string | null;
  json: boolean;
  explain: boolean;
  subject: string;
  files: string[];
};

/** The command line, read; `help` is not an error, `wrong` is a sentence for the person who typed it. */
export type ReadArguments =
  { ok: true; asked: Asked } | { ok: false; help: true } | { ok: false; wrong: string };

export const HELP = `Usage: handover-verify [--policy force.tlog-policy] [--json] [--explain] BUNDLE
       handover-verify [--policy force.tlog-policy] [--json] [--explain] RECEIPT [--file FILE]...

Checks a Handover bundle (.zip) or receipt (.handover-receipt) with nobody's help: no account, no network.

  --policy FILE  the log policy, or public key, that the force publishes: force.tlog-policy. Get it from the
                 force, never from the bundle. Without it nobody can tell who issued the bundle or receipt.
  --file FILE    a file to compare, byte for byte, with the items on a receipt: says which item it is, or
                 which it is most like. As often as you like; a name after the receipt means the same.
  --explain      what each check means, and what it does not prove
  --json         the same as JSON, for programs
  --help         this text

Exit codes: 0 verified; 1 a check failed; 2 the input cannot be used; 3 consistent with itself, but who
issued it is not established, because no policy was given.
`;

const FLAGS = ['--json', '--explain'];
const VALUED = ['--policy', '--file'];
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
  const asked = {
    policy: values.get('--policy')?.[0] ?? null,
    json: flags.has('--json'),
    explain: flags.has('--explain'),
    subject,
    files: [...files, ...(values.get('--file') ?? [])],
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
  if (value === undefined) return `The option ${word} needs a file.`;
  values.set(word, [...(values.get(word) ?? []), value]);
  return null;
}
