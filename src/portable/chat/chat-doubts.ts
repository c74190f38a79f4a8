/** What a doubt says: what the bytes show, and what could innocently explain it. */
export interface DoubtText {
  readonly sentence: string;
  readonly causes: readonly string[];
}

export const EDITED_FILE = 'The file was opened and saved in another program.';
const PASTED = 'Somebody pasted or forwarded lines copied from a chat.';

/** Doubts that any chat may give. */
export const CHAT_DOUBTS = {
  'zone-not-stated': {
    sentence:
      'Times are as the exporting device showed them. The file does not say which time zone that was.',
    causes: ['This app never writes the time zone into its text exports.'],
  },
  'instant-only': {
    sentence: 'Some messages give their time in UTC only, so the local time of the exporter is not known.',
    causes: ['The export was reduced or converted by another program.'],
  },
  'date-and-instant-disagree': {
    sentence:
      'The local time and the UTC time of some messages differ by more or less than any time zone allows.',
    causes: ['The chat was imported from another app.', EDITED_FILE],
  },
  'date-order-inferred': {
    sentence: 'Day and month could be read in more than one order. One order is much likelier and is used.',
    causes: ['The chat is short, or has no day after the 12th of a month.'],
  },
  'date-order-undetermined': {
    sentence: 'Day and month can be read in two orders and the file does not decide. Both readings are kept.',
    causes: ['The chat is short, or has no day after the 12th of a month.'],
  },
  'date-order-declared': {
    sentence:
      'Day and month could be read in more than one order. The order that somebody declared is used, and the other is kept.',
    causes: ['The chat is short, or has no day after the 12th of a month.'],
  },
  'declared-order-excluded': {
    sentence: 'The order of day and month that somebody declared does not fit the dates, and was not used.',
    causes: ['The question was misunderstood.', 'The export was made on another phone than they thought.'],
  },
  'date-order-conflict': {
    sentence: 'No single order of day and month fits every date that is written in the same way.',
    causes: ['Two exports were put together in one file.', PASTED],
  },
  'date-not-understood': {
    sentence: 'The date of some messages is not understood. It is shown as written.',
    causes: ['The device used a calendar that this reader does not know.'],
  },
  'date-after-sealing': {
    sentence: 'Some messages bear a date later than the day on which the item was sealed.',
    causes: ['The clock of a phone was set wrong.', 'Day and month stand in an unusual order.'],
  },
  'day-period-not-understood': {
    sentence: 'The word beside the time, for morning or afternoon, is not known. Both readings are kept.',
    causes: ['The device used a language that this reader does not know.'],
  },
  'time-goes-backwards': {
    sentence: 'Some messages carry an earlier time than the message before them. File order is kept.',
    causes: [
      'A phone was offline and its messages arrived late.',
      'Clocks were put back in autumn.',
      'A clock was set wrong or corrected.',
      'The app writes its encryption notice with a later time.',
      PASTED,
    ],
  },
  'newest-first': {
    sentence: 'The file runs from the newest message to the oldest. Its order is kept.',
    causes: ['Some exports are written in this order.'],
  },
  'mixed-line-ends': {
    sentence: 'Lines end in two different ways within the file.',
    causes: ['A message was pasted from another system.', EDITED_FILE],
  },
  'mixed-header-shapes': {
    sentence: 'Message headers are written in more than one way within the file.',
    causes: ['The phone or its language was changed.', 'Two exports were put together in one file.', PASTED],
  },
  'header-like-line': {
    sentence:
      'A line looks like the start of a message but fits neither the style nor the times around it. It is read as text.',
    causes: [PASTED, 'The phone or its language was changed.'],
  },
  'header-like-body-line': {
    sentence:
      'A line looks like a message of somebody who appears nowhere else in the file, and its time does not fit. It is read as text inside the message before. Both readings are kept.',
    causes: [PASTED, 'A third person wrote once from a phone that was offline.'],
  },
  'header-shape-differs': {
    sentence: 'A few messages have a header written differently from the rest. They are read as messages.',
    causes: ['The phone or its language was changed.', PASTED],
  },
  'speaker-appears-once': {
    sentence:
      'A speaker appears only once, and at a time that does not fit the lines around it. The line may be text inside another message.',
    causes: ['A person wrote once from a phone that was offline.', PASTED],
  },
  'speakers-not-counted': {
    sentence: 'More speakers are named than can be counted. The list of speakers is not complete.',
    causes: ['The file is very large.', EDITED_FILE],
  },
  'speaker-has-colon': {
    sentence: 'A name may contain a colon, so where the name ends and the message begins is not certain.',
    causes: [
      'The contact was saved under a name with a colon.',
      'A person begins every message with the same word.',
    ],
  },
  'system-or-user': {
    sentence: 'Some lines may be notices of the app or messages of a person. Both readings are kept.',
    causes: ['The format does not tell the two apart.'],
  },
  'placeholder-guessed': {
    sentence:
      'Some lines are read as wording of the app, such as that for left-out media, by their form or by a list that nobody has confirmed.',
    causes: ['The device used a language of which this reader knows too little.'],
  },
  'content-not-in-export': {
    sentence: 'Some messages stand in the file without what was sent: no text, or the word "null".',
    causes: [
      'A photo, video or voice message could be viewed once only.',
      'Messages of the chat were set to disappear.',
      'The app has no words for this kind of message.',
    ],
  },
  'media-date-differs': {
    sentence: 'The date in the name of some media files is more than a day from the date of their message.',
    causes: [
      'An older file was sent again or forwarded, and kept its name.',
      'A phone was offline and its messages arrived late.',
      'The clock of a phone was set wrong.',
    ],
  },
  'media-numbers-absent': {
    sentence: 'The numbers in the names of media files skip more than the file explains.',
    causes: [
      'On Android the numbers are shared by all chats of the phone.',
      'Notices of the app are counted and left out of the export.',
      'A message was deleted by somebody, or left out of the export.',
    ],
  },
  'media-mark-missing': {
    sentence:
      'Nearly all lines for media files begin with the invisible mark of the app. Some do not have it.',
    causes: ['A person typed the same words.', EDITED_FILE, 'The app was updated between two messages.'],
  },
  'near-export-cap': {
    sentence:
      'The number of messages is near a limit reported for this export. Older messages may be left out.',
    causes: ['The app is reported to leave out the oldest messages of a long chat without saying so.'],
  },
  'invalid-utf8': {
    sentence:
      'Some bytes are not valid text. They are shown as replacement characters; the bytes themselves are kept.',
    causes: ['A character was cut in half when the file was copied.', EDITED_FILE],
  },
  'nul-bytes': {
    sentence: 'The file contains zero bytes, which chat exports do not normally have.',
    causes: ['The copy was interrupted or the storage was damaged.', 'Somebody sent an unusual character.'],
  },
  'lone-surrogate': {
    sentence: 'Some escaped characters are halves of a character. They are shown as replacement characters.',
    causes: ['The app cut a long text in the middle of an emoji.'],
  },
  'unread-bytes': {
    sentence: 'Some bytes of the file belong to no message that could be read. They are listed.',
    causes: [
      'The file begins or ends with text that is not part of the chat.',
      'The file is damaged or cut off.',
    ],
  },
  'byte-order-mark': {
    sentence: 'The file begins with a byte order mark.',
    causes: ['Some versions of the app write it.', EDITED_FILE],
  },
  'file-cut-off': {
    sentence: 'The file ends before its format says it should. Messages after the cut are not in it.',
    causes: ['The copy or upload was interrupted.', 'The device ran out of storage.'],
  },
  'json-broken': {
    sentence: 'Part of the file does not follow the rules of its format. Reading goes on after it.',
    causes: [EDITED_FILE, 'The storage was damaged.'],
  },
  'json-repaired': {
    sentence:
      'Some characters are written in a way the format does not allow. They were read, and each step is recorded.',
    causes: ['This app is known to write control characters in this way.'],
  },
  'row-broken': {
    sentence: 'Some rows do not have the fields that every row of this format has.',
    causes: [EDITED_FILE, 'The storage was damaged.'],
  },
  'repeated-id': {
    sentence: 'Some messages carry a number that another message of the same chat has too.',
    causes: ['Two exports were put together in one file.'],
  },
  'ids-not-compared': {
    sentence:
      'The file holds more message numbers in no order than can be compared. Some doubts may be missing.',
    causes: ['The file is very large.', EDITED_FILE],
  },
  'message-too-large': {
    sentence:
      'A record is larger than any message of this app and was not read. Its bytes are listed as unread.',
    causes: ['A file was put inside the record.', EDITED_FILE],
  },
  'ids-absent': {
    sentence: 'Some message numbers are not in this file, though the numbers before and after them are.',
    causes: ['A message was deleted by somebody.', 'A message was left out of the export.'],
  },
  'ids-absent-shared': {
    sentence:
      'Some message numbers are not in this file. In this kind of chat that is usual and shows nothing by itself.',
    causes: [
      'In this kind of chat the numbers are shared with the other chats of the account.',
      'A message was deleted by somebody.',
      'A message was left out of the export.',
    ],
  },
  'repeated-key': {
    sentence: 'Some records give the same field twice. The first is used and the other is shown as written.',
    causes: [EDITED_FILE],
  },
  'reply-to-absent': {
    sentence: 'Some replies point to a message that is not in the file.',
    causes: [
      'The message was deleted.',
      'The export starts later.',
      'The reply is to a message in another chat.',
    ],
  },
  'sender-not-named': {
    sentence: 'Some messages name no sender.',
    causes: ['The account was deleted.'],
  },
  'unknown-fields': {
    sentence: 'Some records hold fields that this reader does not know. They are kept as written.',
    causes: ['The export was made by a newer version of the app.'],
  },
  'time-goes-forwards': {
    sentence:
      'The file runs from the newest message to the oldest, but some messages carry a later time than the message before them. File order is kept.',
    causes: [
      'A phone was offline and its messages arrived late.',
      'A clock was set wrong or corrected.',
      'Two exports were put together in one file.',
    ],
  },
} as const satisfies Record<string, DoubtText>;
