function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Members that the reader turns into fields of a message. */
export const READ_KEYS = words(`
  type id date date_unixtime edited edited_unixtime from from_id actor actor_id action text reply_to_message_id
  photo file file_name media_type duration_seconds discard_reason
`);

/** A member that says again what `text` says, cut into pieces. */
export const SILENT_KEYS = words('text_entities');

/** Members known from the app's exports that the reader passes on as written. */
export const SHOWN_KEYS = words(`
  photo_file_size file_size thumbnail thumbnail_file_size mime_type width height sticker_emoji performer title
  forwarded_from forwarded_from_id saved_from via_bot author signature reply_to_peer_id contact_information
  contact_vcard contact_vcard_file_size location_information place_name address live_location_period_seconds poll
  todo_list inline_bot_buttons reactions members message_id inviter schedule_date duration period new_title
  new_icon_emoji_id game_title game_message_id game_description game_link score amount currency reason_app_name
  reason_domain values media_spoiler self_destruct_period_seconds invoice_information emoticon is_video
`);

/** Sections of an account export that hold no chats. */
export const OTHER_SECTIONS = words(`
  personal_information profile_pictures stories contacts frequent_contacts sessions web_sessions other_data ringtones
`);
