import type { Parts } from '../json/parts.ts';

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Members that become fields of a message. */
export const READ_KEYS = words(`
  sender_name timestamp_ms content photos videos audio_files files gifs sticker share reactions call_duration missed
  is_unsent
`);

/** Members that say nothing when they are false. */
export const FLAG_KEYS = words(`
  is_geoblocked_for_viewer is_unsent_image_by_messenger_kid_parent is_taken_down
`);

/** Members known from descriptions of the export that are passed on as written. */
export const SHOWN_KEYS = words(`
  type ip users bumped_message_metadata sender_id_INTERNAL creation_timestamp thumbnail ai_stickers timestamp
  original_content_owner
`);

/** Members of the outermost object. */
export const HEAD_KEYS = words(`
  participants messages title is_still_participant thread_path thread_type magic_words image joinable_mode is_pending
`);

/** Arrays of files, and the word for what is in them. */
export const FILES: readonly (readonly [key: string, kind: string])[] = [
  ['photos', 'photo'],
  ['videos', 'video'],
  ['audio_files', 'audio'],
  ['gifs', 'gif'],
  ['files', 'document'],
  ['sticker', 'sticker'],
];

/** What is read of the objects in a member; a member with more is passed on as written too. */
export const PARTS: Parts = {
  ...Object.fromEntries(FILES.map(([key]) => [key, words('uri')])),
  share: words('link share_text'),
  reactions: words('reaction actor'),
};
