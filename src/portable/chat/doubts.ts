import type { Doubt } from './reading.ts';

interface DoubtText {
  readonly sentence: string;
  readonly causes: readonly string[];
}

const EDITED_FILE = 'The file was opened and saved in another program.';
const PASTED = 'Somebody pasted or forwarded lines copied from a chat.';

/** Every doubt a reader may state: what the bytes show, and what could innocently explain it. Codes never change. */
const DOUBTS = {
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
  'zone-taken-as-utc': {
    sentence:
      'Some times name no time zone. They are read as UTC, as this kind of export is known to give it.',
    causes: ['Some versions of this export leave the zone out.'],
  },
  'id-and-time-disagree': {
    sentence:
      'The number of some messages holds a time that differs by more than two seconds from the time beside it.',
    causes: [
      'The number was not given by the service but by another program.',
      'The times were turned into those of another zone without saying so.',
      EDITED_FILE,
    ],
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
  'count-differs': {
    sentence: 'The file says how many messages it holds, and holds another number of them.',
    causes: [
      'Some messages could not be read; see the unread bytes.',
      'Two exports were put together in one file, or one was divided.',
      EDITED_FILE,
    ],
  },
  'count-missing': {
    sentence: 'The file does not say how many messages it holds, as this format does at its end.',
    causes: ['The export was made by another version of the program.', EDITED_FILE],
  },
  'export-limited': {
    sentence: 'The export was limited to some dates. Messages of other dates are not in it.',
    causes: ['Whoever made it chose the dates.'],
  },
  'deleted-not-exported': {
    sentence: 'This kind of export holds nothing of messages that were deleted before it was made.',
    causes: ['The service no longer gives them out.'],
  },
  'text-form-not-stated': {
    sentence:
      'The file does not say whether texts are as they were typed, or with marks and numbers turned into words.',
    causes: ['The program that makes such files has an option for it and does not write down the choice.'],
  },
  'own-messages-only': {
    sentence:
      'The file holds only what the holder of the account wrote. What the others wrote is not in it, and nobody is named.',
    causes: ['Data packages of this service are made in this way.'],
  },
  'made-by-another-program': {
    sentence:
      'The file was made from the data of the app by another program, which leaves things out, such as message numbers, earlier wording and some marks in texts.',
    causes: ['The app itself offered no export.'],
  },
  'equal-messages-may-be-one': {
    sentence:
      'Equal messages of one person within one minute may stand in the file only once. None stand in it twice.',
    causes: [
      'Nobody wrote the same words twice within a minute.',
      'The program that made the file puts such messages into one when it adds to an earlier file.',
    ],
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
  'sections-not-read': {
    sentence:
      'The file holds sections besides chats, such as contacts. They are kept and not shown as messages.',
    causes: ['The whole account was exported.'],
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
  'mojibake-repaired': {
    sentence:
      'Some text is written with each byte of a character as a character of its own. It was put together again, and both forms are kept.',
    causes: ['This app is known to write its exports in this way.'],
  },
  'text-not-repaired': {
    sentence:
      'Some characters beyond plain letters do not stand in the form this app is known to write. They are shown as they stand.',
    causes: [
      'A newer version of the app writes them differently.',
      'The export was converted by another program.',
      'A character was cut in half.',
    ],
  },
  'other-parts-may-exist': {
    sentence: 'This file may be one of several that hold the same conversation. Others may not be here.',
    causes: [
      'The app begins a new file after 10,000 messages.',
      'The app numbers its file also when there is only one.',
    ],
  },
  'participant-silent': {
    sentence: 'Some people are named as participants and wrote none of the messages in this file.',
    causes: [
      'They only read.',
      'Their messages are in another file of the same conversation.',
      'Their name was changed.',
    ],
  },
  'app-not-stated': {
    sentence:
      'Two apps of one company write this form, and nothing in the file says for certain which of them wrote it.',
    causes: ['The conversation is short.', 'The export was reduced by another program.'],
  },
  'edited-row': {
    sentence:
      'Some messages end in “ (edited)”. This app writes an edited message again as a row of its own, so one message may stand here twice.',
    causes: ['A message was corrected after it was sent.', 'A person typed the word.'],
  },
  'row-without-content': {
    sentence: 'Some rows have a sender and a time and no content.',
    causes: [
      'The message was of a sort that this app does not put into its exports.',
      'The message had expired or was no longer available.',
    ],
  },
  'withheld-by-region': {
    sentence: 'The app marks some messages as not to be shown in the region of the person who exported them.',
    causes: ['The content is restricted by the law of a country.'],
  },
  'two-times-disagree': {
    sentence:
      'Some messages give their time twice, and the two differ by more than a second. The time in words is used.',
    causes: ['The app filled one of the two in later.', EDITED_FILE],
  },
  'unsaved-not-exported': {
    sentence:
      'Most messages that nobody saved are not in this export. That a message or an answer is not in it shows nothing.',
    causes: ['This app deletes most messages soon after they were seen, unless somebody saves them.'],
  },
  'snap-without-content': {
    sentence: 'Some rows say that a snap was sent and when, and not what it showed.',
    causes: ['This app lists its snaps without their content.'],
  },
  'owner-not-named': {
    sentence:
      'Messages that the owner of the account sent do not name the owner. Only the other person is named.',
    causes: ['Older exports of this app are written so.'],
  },
  'sections-apart': {
    sentence:
      'Received and sent messages stand in different sections, so the order of the file is not the order of the conversation.',
    causes: ['Older exports of this app are written so.'],
  },
  'html-entities-read': {
    sentence:
      'Some characters are written as they are in web pages. They were read as the characters, and both forms are kept.',
    causes: ['Older exports of this app are written so.', 'A person typed it so.'],
  },
  'xml-broken': {
    sentence: 'Part of the file does not follow the rules of its format. Reading goes on after it.',
    causes: [EDITED_FILE, 'The storage was damaged.'],
  },
  'xml-repaired': {
    sentence:
      'Some characters are written in a way the format does not allow. They were read, and each step is recorded.',
    causes: ['This app is known to write emoji as two halves.'],
  },
  'xml-doctype': {
    sentence:
      'The file declares abbreviations of its own, which this kind of file does not need. They are not expanded.',
    causes: [EDITED_FILE],
  },
  'reference-not-expanded': {
    sentence: 'Some texts hold an abbreviation that this format does not have. It is shown as written.',
    causes: [EDITED_FILE, 'The sign "&" was not written as the format asks.'],
  },
  'declared-count-differs': {
    sentence: 'The file says that it holds another number of messages than were read from it.',
    causes: [
      'The app was stopped while it wrote the file.',
      'The app counted messages that it could not write.',
      EDITED_FILE,
    ],
  },
  'not-sent': {
    sentence:
      'Some messages had not been sent when the file was made: they are drafts, or were waiting, or failed.',
    causes: ['A person wrote a message and did not send it.', 'The phone had no network.'],
  },
  'sent-time-differs': {
    sentence: 'The two times that some messages carry, of sending and of arrival, are more than a day apart.',
    causes: ['A phone was off or had no network.', 'The clock of a phone was set wrong.'],
  },
  'time-unit-chosen': {
    sentence:
      'Some times are not in the unit that this format has. The unit was chosen by the size of the number.',
    causes: ['The file was made by another version of the app, or by another program.'],
  },
  'null-or-text': {
    sentence:
      'Some messages read only "null". That may be what a person wrote, or how the app writes that there is no text.',
    causes: ['The app writes this word where it has nothing to write.', 'A person wrote this word.'],
  },
  'content-absent': {
    sentence: 'Some picture messages have no content in the file.',
    causes: ['The phone had not fetched the message yet.', 'The app was set to leave such content out.'],
  },
  'attachment-not-decoded': {
    sentence: 'The content of some attachments is not written as its format asks, and could not be decoded.',
    causes: ['The app was stopped while it wrote the file.', EDITED_FILE],
  },
  'sender-not-certain': {
    sentence: 'The addresses of some messages do not agree on who sent them.',
    causes: ['Some phones write one and the same number for everybody in a message.'],
  },
  'conversations-not-told-apart': {
    sentence: 'The file holds more conversations than can be told apart. The last of them are shown as one.',
    causes: ['The file is very large.', EDITED_FILE],
  },
} as const satisfies Record<string, DoubtText>;

export type DoubtCode = keyof typeof DOUBTS;

const MESSAGES_LISTED = 100;
const NO_CODES: readonly DoubtCode[] = [];

interface Entry {
  count: number;
  readonly messages: number[];
  detail: string | null;
}

/** Collects the doubts of one reading, by code and by message. */
export class DoubtLedger {
  readonly #entries = new Map<DoubtCode, Entry>();
  readonly #byMessage = new Map<number, DoubtCode[]>();

  /** A doubt about the file as a whole. */
  noteFile(code: DoubtCode, detail: string | null = null): void {
    const entry = this.#entry(code);
    if (detail !== null) entry.detail = detail;
  }

  /** A doubt about message `n`, said once even when noted twice. */
  noteMessage(code: DoubtCode, n: number): void {
    const codes = this.#byMessage.get(n);
    if (codes?.includes(code)) return;
    if (codes) codes.push(code);
    else this.#byMessage.set(n, [code]);
    const entry = this.#entry(code);
    entry.count += 1;
    if (entry.messages.length < MESSAGES_LISTED) entry.messages.push(n);
  }

  /** Counts a doubt about message `n` without keeping it by message: for readers that work it out again in each pass. */
  tally(code: DoubtCode, n: number): void {
    const entry = this.#entry(code);
    entry.count += 1;
    if (entry.messages.length < MESSAGES_LISTED) entry.messages.push(n);
  }

  codesOf(n: number): readonly DoubtCode[] {
    return this.#byMessage.get(n) ?? NO_CODES;
  }

  /** In the order of the catalogue, so that equal readings are written equally. */
  list(): Doubt[] {
    const codes = Object.keys(DOUBTS) as DoubtCode[];
    return codes.flatMap(code => {
      const entry = this.#entries.get(code);
      return entry ? [asDoubt(code, entry)] : [];
    });
  }

  #entry(code: DoubtCode): Entry {
    let entry = this.#entries.get(code);
    if (!entry) {
      entry = { count: 0, messages: [], detail: null };
      this.#entries.set(code, entry);
    }
    return entry;
  }
}

function asDoubt(code: DoubtCode, { count, messages, detail }: Entry): Doubt {
  const { sentence, causes } = DOUBTS[code];
  const sorted = messages.toSorted((a, b) => a - b);
  return { code, sentence, causes, count, messages: sorted, ...(detail === null ? {} : { detail }) };
}

/** The sentence for a code, for pages that show a message's doubts; null for a code this version does not know. */
export function doubtSentence(code: string): string | null {
  return Object.hasOwn(DOUBTS, code) ? DOUBTS[code as DoubtCode].sentence : null;
}
