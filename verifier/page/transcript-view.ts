import { readTranscript } from '../../src/portable/bundle/index.ts';
import type { ByteSource, Cover, VerifiedBundle } from '../../src/portable/bundle/index.ts';
import type { Message } from '../../src/portable/chat/index.ts';
import { printable, printableBody } from '../printable.ts';
import { element } from './elements.ts';
import { headNotes, messageNotes } from './message-notes.ts';

/** How many messages are added at a time. */
const PAGE = 200;

/** Each transcript of a bundle, folded; opening it shows its first messages. */
export function transcriptViews({ cover, findings }: VerifiedBundle, source: ByteSource): Node[] {
  if (!cover || cover.transcripts.length === 0) return [];
  const failed = findings.some(
    ({ check, outcome }) => check.startsWith('transcript') && outcome === 'failed',
  );
  const unread = findings.some(
    ({ check, outcome }) => check === 'transcript-words' && outcome === 'not-checked',
  );
  const doubtful = unread ? 'TRANSCRIPT NOT CHECKED: do not read from it.' : null;
  const note = failed
    ? 'A check of the transcripts failed. Do not rely on what stands here.'
    : (doubtful ??
      'A program’s reading of the items, times as written by the app. The items are the evidence.');
  const views = cover.transcripts.map(transcript => transcriptView(transcript, source));
  return [element('section', {}, element('h2', {}, 'Transcripts'), element('p', {}, note), ...views)];
}

function transcriptView({ file, item, reader }: Cover['transcripts'][number], source: ByteSource): Node {
  const rows = element('tbody');
  const heads = ['Message', 'Time as written', 'Who', 'What', 'Notes'].map(text =>
    element('th', { scope: 'col' }, text),
  );
  const table = element('table', {}, element('thead', {}, element('tr', {}, ...heads)), rows);
  const more = element('button', { type: 'button' }, `Show ${PAGE} more`);
  const title = element('summary', {}, `Transcript ${file}: item ${item}, read by ${printable(reader)}`);
  const box = element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': `Transcript ${file}` },
    table,
  );
  const notes = element('ul');
  const view = element('details', { class: 'transcript' }, title, notes, box, more);
  const messages = messagesOf(source, file, notes);
  const add = () => void addRows(messages, rows, more);
  more.addEventListener('click', add);
  view.addEventListener('toggle', add, { once: true });
  return view;
}

/** The messages, one by one; what the reading says of itself goes into `notes` when it comes by. */
async function* messagesOf(
  source: ByteSource,
  file: string,
  notes: HTMLElement,
): AsyncGenerator<Message, void> {
  for await (const line of readTranscript(source, file)) {
    if (line.type === 'reading') notes.append(...headNotes(line).map(note => element('li', {}, note)));
    if (line.type === 'message') yield line;
  }
}

async function addRows(
  messages: AsyncGenerator<Message, void>,
  rows: HTMLTableSectionElement,
  more: HTMLButtonElement,
): Promise<void> {
  for (let count = 0; count < PAGE; count += 1) {
    const { value } = await messages.next();
    if (!value) {
      more.hidden = true;
      return;
    }
    rows.append(messageRow(value));
  }
}

function messageRow(message: Message): Node {
  const { n, writtenText, speaker, body, kind, span } = message;
  const where = `bytes ${span[0]} to ${span[1]}`;
  const said = body === '' ? `[${kind}]` : printableBody(body);
  return element(
    'tr',
    {},
    element('th', { scope: 'row', title: where }, String(n)),
    element('td', {}, printable(writtenText)),
    element('td', {}, element('bdi', {}, printable(speaker ?? ''))),
    element('td', { class: 'body', dir: 'auto' }, said),
    element('td', {}, messageNotes(message)),
  );
}
