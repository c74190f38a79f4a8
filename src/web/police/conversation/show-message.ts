import type { FastifyRequest } from 'fastify';
import { HandoverError } from '#domain/error.ts';
import type { TypedTranslation } from '../translations/section.ts';
import { numberParameter } from '../visit.ts';
import type { Answer } from '../visit.ts';
import type { ConversationVisit } from './conversation-page.ts';
import { messageAddress, messageParameter } from './conversation-query.ts';
import { messagePage } from './message-page.ts';
import { BYTES_BEYOND, PIECE_BYTES } from './message-pieces.ts';
import { PANEL_BYTES } from './panel.ts';
import type { PanelContent } from './panel.ts';
import { notIn, numberedIn } from './seen.ts';

/** Which piece of a long message, from 0. */
export function pieceOf(request: FastifyRequest): number {
  return numberParameter(request, 'part') ?? 0;
}

/** Which piece of a long message's text, and which of its bytes, each from 0. The address counts its bytes from 1. */
type Parts = { readonly text: number; readonly bytes: number };

function partsOf(request: FastifyRequest): Parts {
  return { text: pieceOf(request), bytes: messageParameter(request, 'bytes') ?? 0 };
}

/** The page of the message that the address names; with what was sent and could not be put on record. */
export async function showMessage(
  visit: ConversationVisit,
  typed: TypedTranslation | null = null,
): Promise<Answer> {
  const n = messageParameter(visit.request, 'n');
  const panel = n === null ? null : await panelOf(visit, n, partsOf(visit.request));
  if (panel === null) throw new HandoverError('not-found', 'there is no such message');
  await visit.seen(notIn(numberedIn([n], visit.value.messages), [panel.fetched.n]));
  return { page: messagePage(visit, panel, typed), ...(typed === null ? {} : { status: 422 }) };
}

/** Everything that is shown of one message; null when there is none of that number. */
export async function panelOf(
  { value, parts }: ConversationVisit,
  n: number,
  /** Null in the panel beside the conversation. */
  wanted: Parts | null,
): Promise<PanelContent | null> {
  const { conversations } = parts.desk;
  const [fetched, seal, translations] = await Promise.all([
    conversations.message(value.readingId, n, PANEL_BYTES),
    conversations.sealOf(value.item.id),
    conversations.translations(value.readingId, [n, n]),
  ]);
  if (fetched === null) return null;
  const pieces = Math.max(1, Math.ceil((fetched.rawBytes ?? 0) / PIECE_BYTES));
  const shown = Math.min(wanted?.text ?? 0, pieces - 1);
  const isInPieces = wanted !== null && fetched.line === null;
  return {
    facts: value,
    fetched,
    seal,
    translations,
    isWhole: wanted !== null,
    part: isInPieces ? shown : (wanted?.text ?? 0),
    bytesPart: wanted?.bytes ?? 0,
    piece: isInPieces
      ? await conversations.piece(value.readingId, n, {
          from: shown * PIECE_BYTES,
          limit: PIECE_BYTES + BYTES_BEYOND,
        })
      : null,
    wholeAt: messageAddress(value.readingId, n),
  };
}
