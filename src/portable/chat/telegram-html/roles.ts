/** What an element of a message holds. Text of `skip` says nothing: initials of a picture, a sign on a film. */
export type Role =
  | 'body'
  | 'forwarded'
  | 'from_name'
  | 'date'
  | 'reply_to'
  | 'text'
  | 'signature'
  | 'media'
  | 'title'
  | 'description'
  | 'status'
  | 'duration'
  | 'poll'
  | 'question'
  | 'answer'
  | 'total'
  | 'details'
  | 'reactions'
  | 'reaction'
  | 'emoji'
  | 'count'
  | 'skip';

/** By class, the first that fits; later ones are more general. */
const BY_CLASS: readonly (readonly [name: string, role: Role])[] = [
  ['forwarded', 'forwarded'],
  ['from_name', 'from_name'],
  ['date', 'date'],
  ['reply_to', 'reply_to'],
  ['text', 'text'],
  ['signature', 'signature'],
  ['media_poll', 'poll'],
  ['media', 'media'],
  ['photo_wrap', 'media'],
  ['video_file_wrap', 'media'],
  ['animated_wrap', 'media'],
  ['sticker_wrap', 'media'],
  ['title', 'title'],
  ['description', 'description'],
  ['status', 'status'],
  ['video_duration', 'duration'],
  ['question', 'question'],
  ['answer', 'answer'],
  ['total', 'total'],
  ['reactions', 'reactions'],
  ['reaction', 'reaction'],
  ['emoji', 'emoji'],
  ['count', 'count'],
  ['userpics', 'skip'],
  ['userpic', 'skip'],
  ['initials', 'skip'],
  ['video_play_bg', 'skip'],
  ['gif_play', 'skip'],
];

/** The role of an element by its classes and what it stands in; null when it has none of its own. */
export function roleOf(classes: ReadonlySet<string>, within: Role | null, isService: boolean): Role | null {
  if (within === 'text' || within === 'skip') return null;
  if (classes.has('body') && isService) return 'text';
  if (classes.has('details') && within === 'poll' && !classes.has('total')) return 'details';
  if (classes.has('userpic_wrap')) return 'skip';
  return BY_CLASS.find(([name]) => classes.has(name))?.[1] ?? null;
}
