import type { Attachment, Call, MessageKind } from '../reading.ts';
import type { MediaBox, MessageParts } from './message-parts.ts';

/** The kind of file of a box without a class `media_…` of its own. */
const WRAPS: readonly (readonly [name: string, kind: string])[] = [
  ['photo_wrap', 'photo'],
  ['video_file_wrap', 'video_file'],
  ['animated_wrap', 'animation'],
  ['sticker_wrap', 'sticker'],
];
const PLACES: ReadonlySet<string> = new Set(['location', 'live_location', 'venue']);
const NO_FILES: ReadonlySet<string> = new Set([...PLACES, 'call', 'game', 'invoice']);
const SECONDS = /\((\d{1,9}) seconds?\)$/;

/** The kind of a media box in the words of the page's classes, without `media_`. */
export function boxKind({ classes }: MediaBox): string {
  const wrap = WRAPS.find(([name]) => classes.has(name));
  if (wrap) return wrap[1];
  const own = [...classes].find(name => name.startsWith('media_'));
  return own === undefined ? 'file' : own.slice('media_'.length);
}

export function kindOf(parts: MessageParts): MessageKind {
  if (parts.isService) return 'system';
  const kinds = parts.media.map(boxKind);
  if (kinds.includes('call')) return 'call';
  if (parts.question !== null) return 'poll';
  if (kinds.some(kind => PLACES.has(kind))) return 'location';
  if (kinds.includes('contact')) return 'contact';
  return kinds.some(kind => !NO_FILES.has(kind)) ? 'media' : 'text';
}

/** The file of a box; null when it holds none. A contact has one when it comes with a card. */
export function attachmentOf(box: MediaBox): Attachment | null {
  const kind = boxKind(box);
  if (NO_FILES.has(kind) || (kind === 'contact' && box.href === null)) return null;
  const name = box.href ?? (kind === 'file' ? box.title : null);
  return { name, kind, included: box.href !== null, note: box.href === null ? box.description : null };
}

export function callOf({ media }: MessageParts): Call | undefined {
  const box = media.find(one => boxKind(one) === 'call');
  if (!box) return undefined;
  const [whole = null, seconds] = SECONDS.exec(box.status ?? '') ?? [];
  return {
    media: null,
    outcome: (box.status ?? '').replace(SECONDS, '').trim() || null,
    durationText: whole === null ? null : whole.slice(1, -1),
    durationSeconds: seconds === undefined ? null : Number(seconds),
  };
}
