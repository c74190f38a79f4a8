import type { DoubtLedger } from '../doubts.ts';
import type { Attachment, Call, Message, Span } from '../reading.ts';
import { textOf } from '../written-text.ts';
import type { Findings } from './findings.ts';
import { bodyEndOf, spanOf, timesOf, writtenOf } from './findings.ts';
import { NOBODY } from './speakers.ts';
import type { Verdict } from './verdict.ts';
import { judge } from './verdict.ts';

/** Makes message `n`. The same findings give the same message. */
export function makeMessage(findings: Findings, n: number, ledger: DoubtLedger): Message {
  const { bytes, headers } = findings;
  const span = spanOf(findings, n);
  const bodyEnd = bodyEndOf(findings, n);
  const verdict = judge(findings, n, bodyEnd);
  const { at, other, precision } = timesOf(findings, n);
  return {
    n,
    kind: verdict.kind,
    speaker: verdict.speaker === NOBODY ? null : nameOf(findings, verdict.speaker),
    written: at === null ? null : writtenOf(at, precision),
    writtenText: textOf(bytes, headers.textStart.at(n), headers.textEnd.at(n)),
    instant: null,
    body: textOf(bytes, verdict.bodyStart, bodyEnd),
    span,
    doubts: ledger.codesOf(n),
    precision,
    rule: `whatsapp/${verdict.rule}`,
    ...(other === null ? {} : { writtenOther: writtenOf(other, precision) }),
    ...detailsOf(verdict),
    ...continuationOf(findings, n, span),
    ...nameAsWritten(findings, n, verdict),
    ...otherReadingOf(findings, n, verdict),
  };
}

function nameOf({ lines }: Findings, id: number): string {
  const name = lines.names.bytesOf(id);
  return textOf(name, 0, name.length);
}

function detailsOf({ body }: Verdict): Partial<Message> {
  const attachment: Attachment = {
    name: body.file,
    kind: body.what,
    included: body.file !== null,
    note: null,
  };
  const call: Call = {
    media: body.what === 'video' ? 'video' : 'voice',
    outcome: body.missed ? 'missed' : null,
    durationText: body.durationText,
    durationSeconds: null,
  };
  return {
    ...(body.edited ? { edited: { written: null, instant: null } } : {}),
    ...(body.kind === 'media' || body.kind === 'contact' ? { attachments: [attachment] } : {}),
    ...(body.kind === 'call' ? { call } : {}),
  };
}

/** The lines after the first, which carry no header of their own. */
function continuationOf({ bytes, headers }: Findings, n: number, [, end]: Span): Partial<Message> {
  let next = headers.lineEnd.at(n);
  if (bytes[next] === 0x0d) next += 1;
  if (bytes[next] === 0x0a) next += 1;
  return next < end ? { continuations: [[next, end]] } : {};
}

function nameAsWritten({ bytes, headers, lines }: Findings, n: number, verdict: Verdict): Partial<Message> {
  if (verdict.speaker === NOBODY) return {};
  const from = headers.contentStart.at(n);
  const written = lines.names.bytesOf(verdict.speaker).length;
  let colon = lines.bodyStart.at(n) - 1;
  while (colon > from && bytes[colon] !== 0x3a) colon -= 1;
  return colon - from === written ? {} : { speakerWritten: textOf(bytes, from, colon) };
}

function otherReadingOf(findings: Findings, n: number, { other }: Verdict): Partial<Message> {
  if (!other) return {};
  const speaker = other.speaker === NOBODY ? null : nameOf(findings, other.speaker);
  const body = textOf(findings.bytes, other.bodyStart, bodyEndOf(findings, n));
  return { otherReading: { kind: other.kind, speaker, body } };
}
