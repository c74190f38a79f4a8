import { KnownKeys } from '../json/known-keys.ts';

/** What nearly every message has, and what says again what `text` says: passed on only where it says something else. */
const USUAL = [
  'type', 'id', 'date', 'date_unixtime', 'from', 'from_id', 'actor', 'actor_id', 'action', 'text', 'text_entities',
  'reply_to_message_id',
] as const; // prettier-ignore

/** Other members that the reader turns into fields of a message. */
const READ = [
  'edited', 'edited_unixtime', 'photo', 'file', 'file_name', 'media_type', 'duration_seconds', 'discard_reason',
  'contact_vcard',
] as const; // prettier-ignore

/** Read, and passed on as written besides, since a message has no room for all that they say. */
const READ_AND_SHOWN = [
  'reactions', 'forwarded_from', 'poll', 'todo_list', 'photo_file_size', 'file_size', 'contact_vcard_file_size',
  'location_information', 'contact_information', 'reply_to_peer_id',
] as const; // prettier-ignore

/** Members known from the app's exports that the reader passes on as written. */
const SHOWN = [
  'thumbnail', 'thumbnail_file_size', 'mime_type', 'width', 'height', 'sticker_emoji', 'performer', 'title',
  'forwarded_from_id', 'saved_from', 'saved_from_id', 'via_bot', 'author', 'signature', 'place_name', 'address',
  'live_location_period_seconds', 'inline_bot_buttons', 'members', 'message_id', 'inviter', 'schedule_date', 'duration',
  'period', 'new_title', 'new_icon_emoji_id', 'game_title', 'game_message_id', 'game_description', 'game_link', 'score',
  'amount', 'currency', 'reason_app_name', 'reason_app_id', 'reason_domain', 'values', 'media_spoiler',
  'self_destruct_period_seconds', 'invoice_information', 'invoice_message_id', 'recurring', 'emoticon', 'is_video', 'to',
  'to_id', 'distance', 'information_text', 'cost', 'months', 'button_id', 'peers', 'peer_id', 'peer_name', 'gift_code',
  'boost_peer_id', 'boost_peer_name', 'boosts', 'unclaimed', 'via_giveaway', 'winners', 'stars', 'charge_id',
  'is_unclaimed', 'giveaway_msg_id', 'transaction_id', 'gift_id', 'gift_text', 'is_limited', 'is_anonymous',
  'giveaway_information', 'giveaway_results', 'paid_stars_amount',
] as const; // prettier-ignore

/** The keys of a message, by number: first those that are usual, then those that are read, then the others. */
export const MESSAGE_KEYS = new KnownKeys([...USUAL, ...READ, ...READ_AND_SHOWN, ...SHOWN]);

/** Members of lower number are usual. */
export const FIRST_RARE = USUAL.length;

/** Members of lower number are not passed on as written. */
export const FIRST_SHOWN = USUAL.length + READ.length;

/** Sections of an account export that hold no chats. */
export const OTHER_SECTIONS: ReadonlySet<string> = new Set([
  'personal_information', 'profile_pictures', 'stories', 'contacts', 'frequent_contacts', 'sessions', 'web_sessions',
  'other_data', 'ringtones',
]); // prettier-ignore
