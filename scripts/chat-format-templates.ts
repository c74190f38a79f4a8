// The files that `npm run new:chat-format` writes. A stub reader keeps every rule of a reader but one: it reads nothing.

/** The names of one format in code, text and paths. */
export interface FormatNames {
  /** `acme-json`: the format, its folder, and the beginning of its rules. */
  readonly name: string;
  /** `AcmeJson` */
  readonly pascal: string;
  /** `ACME_JSON` */
  readonly upper: string;
}

export function namesOf(name: string): FormatNames {
  const pascal = name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return { name, pascal, upper: name.replaceAll('-', '_').toUpperCase() };
}

function readStub({ name, pascal, upper }: FormatNames): string {
  return `import type { Reading, Span } from '../reading.ts';
import type { RecordPass } from '../records/record.ts';
import { readingOfRecords } from '../records/reading-of-records.ts';
import type { ByteSource } from '../source/byte-source.ts';

/** Changes whenever the same bytes may read differently. */
export const ${upper}_READER = '${name}/1';

/** Reads nothing yet: every byte is unread. Any bytes give a reading, in linear time. */
export function read${pascal}(source: ByteSource): Reading {
  return readingOfRecords({
    format: '${name}',
    reader: ${upper}_READER,
    sizeBytes: source.size,
    walk: () => passOver(source),
  });
}

/** One walk through the item. Replace \`records\` by a generator that yields each message in file order. */
function passOver({ size }: ByteSource): RecordPass {
  const whole: Span[] = size > 0 ? [[0, size]] : [];
  return {
    records: [],
    chats: [],
    unread: whole,
    finish: () => undefined,
    zone: ({ offsetsMinutes }) => {
      const statement = 'The file gives no times.';
      return { basis: 'unknown', offsetsMinutes, statement };
    },
  };
}
`;
}

function sniffStub({ pascal }: FormatNames): string {
  return `import { reasonsOf } from '../detection/reasons.ts';
import type { Sample, Sniff } from '../sample.ts';
import { NOT_MINE } from '../sample.ts';

/** What only this export has, in the first bytes. Replace it: nothing begins so. */
const OWN = /^replace me: \\{9\\}$/;

/** Looks at the beginning and the end of an item, content first. */
export function sniff${pascal}({ headText }: Sample): Sniff {
  if (!OWN.test(headText)) return NOT_MINE;
  return { score: 80, reasons: reasonsOf('begins-as-export'), broken: null };
}
`;
}

const SOURCE = 'Replace this by a small invented export.\n';

function firstVector(): object {
  return {
    about: 'Fails until the reader reads it. Replace source and expect by a small invented export.',
    source: [SOURCE],
    expect: {
      messages: [{ kind: 'text', speaker: 'Mina', body: 'are the ducks back?', span: [0, SOURCE.length] }],
      unread: [],
      envelope: [],
      doubts: [],
    },
  };
}

const EMPTY_VECTOR = {
  about: 'No bytes. Put a file beside this one for every doubt and refusal of this format, named for it.',
  source: [],
  expect: { refused: 'empty' },
};

function docsStub({ name }: FormatNames): string {
  return `# TITLE (\`${name}\`)

What app writes this file, and where. Read from its bytes by \`src/portable/chat/${name}\`. **Built from descriptions alone; no real export was read with it yet.** Sources: …

## The file

What a message's span is; what is envelope; what is unread, and where reading goes on behind a break.

## Message

| Field | From |
| --- | --- |
| \`kind\` | |
| \`speaker\`, \`speakerId\` | |
| \`written\`, \`instant\` | unit, zone, and how that is known |
| \`body\` | |
| \`extra\` | every other member, as raw text |

## What is not known

- …
`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** Every file of a new format: path from the root of the project, and text. */
export function filesOf(names: FormatNames): ReadonlyMap<string, string> {
  const { name } = names;
  return new Map([
    [`src/portable/chat/${name}/read.ts`, readStub(names)],
    [`src/portable/chat/${name}/sniff.ts`, sniffStub(names)],
    [`vectors/chat/${name}/ok/first-message.json`, json(firstVector())],
    [`vectors/chat/${name}/bad/refused-empty--no-bytes.json`, json(EMPTY_VECTOR)],
    [`docs/formats/chat-${name}.md`, docsStub(names)],
  ]);
}
