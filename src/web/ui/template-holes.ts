/** Where in the markup a `${…}` of a template stands. */
export type Hole =
  /** Between tags: text is escaped, `Html` goes in as it is. */
  | { readonly place: 'text' }
  /** Inside a tag where an attribute may begin: only `attributes({…})` may stand here. */
  | { readonly place: 'tag' }
  /** Inside a quoted value; `address` when the value is an address and the hole is its beginning. */
  | { readonly place: 'value'; readonly address: boolean };

const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction', 'poster', 'xlink:href']);
const RAW_TEXT_TAGS = new Set(['script', 'style']);

/** The reader's state: what has been read of the element it is in. */
interface Reader {
  place: 'text' | 'name' | 'tag' | 'equals' | 'value' | 'comment' | 'raw';
  tag: string;
  attribute: string;
  quote: string;
  /** What the template itself has written of the value so far. */
  written: string;
  /** An address was put in just now, so only its end or its path, query or fragment may follow. */
  afterAddress: boolean;
}

/**
 * Finds out, once for each template, what each of its holes is inside of, and refuses (with a throw: it is a bug in
 * the template) a hole in an unquoted value, a tag or attribute name, a comment, a script, a style, an event handler
 * or a `style` attribute, and a template that does not begin and end between tags.
 */
export function findHoles(parts: readonly string[]): readonly Hole[] {
  const reader: Reader = {
    place: 'text',
    tag: '',
    attribute: '',
    quote: '',
    written: '',
    afterAddress: false,
  };
  const holes: Hole[] = [];
  parts.forEach((part, index) => {
    for (let at = 0; at < part.length;) at += step(reader, part, at);
    if (index < parts.length - 1) holes.push(holeAt(reader, part));
  });
  if (reader.place !== 'text') throw new TypeError(`The template ends inside a tag: ${parts.at(-1)}`);
  return holes;
}

function holeAt(reader: Reader, part: string): Hole {
  if (reader.place === 'text') return { place: 'text' };
  if (reader.place === 'tag' && /\s$/.test(part)) return { place: 'tag' };
  if (reader.place !== 'value')
    throw new TypeError(`A template has a value where none is safe, after: ${part}`);
  if (reader.attribute.startsWith('on') || reader.attribute === 'style' || reader.attribute === 'srcdoc') {
    throw new TypeError(`A template has a value inside the attribute ${reader.attribute}`);
  }
  return { place: 'value', address: ADDRESS_ATTRIBUTES.has(reader.attribute) && addressBegins(reader) };
}

/** Tells whether a hole holds the beginning of an address; an address whose scheme would be in two holes is refused. */
function addressBegins(reader: Reader): boolean {
  if (reader.afterAddress)
    throw new TypeError(`A template joins two values to one address in ${reader.attribute}`);
  if (reader.written === '') {
    reader.afterAddress = true;
    return true;
  }
  if (!/^(?:[/?#]|https?:\/\/|mailto:|tel:)/.test(reader.written)) {
    throw new TypeError(`A template has a value after "${reader.written}" in ${reader.attribute}`);
  }
  return false;
}

/** Reads on from `at` and returns how many characters that took. */
function step(reader: Reader, part: string, at: number): number {
  switch (reader.place) {
    case 'text':
      return stepText(reader, part, at);
    case 'comment':
      return stepTo(reader, part, at, '-->');
    case 'raw':
      return stepTo(reader, part, at, `</${reader.tag}>`);
    case 'value':
      return stepValue(reader, part, at);
    default:
      return stepTag(reader, part, at);
  }
}

function stepText(reader: Reader, part: string, at: number): number {
  if (part.startsWith('<!--', at)) {
    reader.place = 'comment';
    return 4;
  }
  const opening = /<([/!]?[a-zA-Z][a-zA-Z0-9-]*|[/!]?$)/y;
  opening.lastIndex = at;
  const found = opening.exec(part);
  if (!found) return 1;
  if (found[1]!.length === 0 || /^[/!]$/.test(found[1]!)) reader.place = 'name';
  else reader.place = at + found[0].length === part.length ? 'name' : 'tag';
  reader.tag = found[1]!.toLowerCase();
  reader.attribute = '';
  return found[0].length;
}

function stepTo(reader: Reader, part: string, at: number, ending: string): number {
  const end = part.indexOf(ending, at);
  if (end < 0) return part.length - at;
  reader.place = 'text';
  return end + ending.length - at;
}

function stepValue(reader: Reader, part: string, at: number): number {
  const mark = part[at]!;
  if (mark === reader.quote) {
    reader.place = 'tag';
  } else if (reader.afterAddress && !/[/?#]/.test(mark)) {
    throw new TypeError(`A template goes on with "${mark}" after an address in ${reader.attribute}`);
  } else {
    reader.written += mark;
  }
  reader.afterAddress = false;
  return 1;
}

function stepTag(reader: Reader, part: string, at: number): number {
  const mark = part[at]!;
  if (mark === '>') reader.place = RAW_TEXT_TAGS.has(reader.tag) ? 'raw' : 'text';
  else if (reader.place === 'equals' && (mark === '"' || mark === "'")) openValue(reader, mark);
  else if (mark === '=') reader.place = 'equals';
  else if (/[\s/]/.test(mark)) endName(reader);
  else readName(reader, mark);
  return 1;
}

function openValue(reader: Reader, quote: string): void {
  reader.place = 'value';
  reader.quote = quote;
  reader.written = '';
}

function endName(reader: Reader): void {
  if (reader.place === 'name') reader.place = 'tag';
}

function readName(reader: Reader, mark: string): void {
  if (reader.place === 'equals') reader.place = 'tag';
  if (reader.place === 'tag') reader.attribute = '';
  reader.place = 'name';
  reader.attribute += mark.toLowerCase();
}
