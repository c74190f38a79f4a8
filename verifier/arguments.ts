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

export const HELP = `Usage: handover-verify [--policy FILE] [--json] [--explain] BUNDLE|RECEIPT [FILE...]

Checks a Handover bundle (.zip) or receipt (.handover-receipt) with nobody's help: no account, no network.

  --policy FILE  the log policy, or public key, that the force publishes. Get it from the force, never
                 from the bundle. Without it nobody can tell who issued the bundle or receipt.
  --explain      what each check means, and what it does not prove
  --json         the same as JSON, for programs
  FILE...        files to compare, byte for byte, with the items on a receipt
  --help         this text

Exit codes: 0 verified; 1 a check failed; 2 the input cannot be used; 3 consistent with itself, but who
issued it is not established, because no policy was given.
`;

const FLAGS = ['--json', '--explain'];

/** Reads the command line. An option given twice, or unknown, is refused. */
export function readArguments(args: readonly string[]): ReadArguments {
  if (args.includes('--help') || args.includes('-h')) return { ok: false, help: true };
  const rest = [...args];
  const seen = new Set<string>();
  const names: string[] = [];
  let policy: string | null = null;
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      names.push(...rest.splice(0));
    } else if (!word.startsWith('-') || word === '-') {
      names.push(word);
    } else if (seen.has(word) || !(word === '--policy' || FLAGS.includes(word))) {
      return { ok: false, wrong: `The option ${word} is ${seen.has(word) ? 'given twice' : 'not known'}.` };
    } else if (word === '--policy') {
      policy = rest.shift() ?? null;
      if (policy === null) return { ok: false, wrong: 'The option --policy needs a file.' };
    }
    seen.add(word);
  }
  const [subject, ...files] = names;
  if (subject === undefined) return { ok: false, wrong: 'Say which bundle or receipt is to be checked.' };
  const asked = { policy, json: seen.has('--json'), explain: seen.has('--explain'), subject, files };
  return { ok: true, asked };
}
