import { type DoubtText, EDITED_FILE } from './chat-doubts.ts';

/** Doubts that come of how some apps write their exports. */
export const EXPORT_DOUBTS = {
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
  'count-differs': {
    sentence: 'The file says how many messages it holds, and holds another number of them.',
    causes: [
      'Some messages could not be read; see the unread bytes.',
      'The app was stopped while it wrote the file, or counted messages that it could not write.',
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
  'html-holds-less': {
    sentence:
      'This is the form of the export that is made for looking at. The JSON form of the same chat holds more: the account of each sender, times in UTC, and edits.',
    causes: ['The chat was exported as HTML.'],
  },
  'offset-of-standard-time': {
    sentence:
      'An offset from UTC is printed beside the times. It is that of the time zone without summer time, so it may be an hour off the time it stands beside.',
    causes: ['The app prints it so.'],
  },
  'html-broken': {
    sentence: 'The file does not follow the form of this export in some places. Reading went on behind them.',
    causes: ['The file is damaged.', EDITED_FILE],
  },
  'text-parts-differ': {
    sentence:
      'The app writes each text twice, once whole and once in parts. In some messages the two do not say the same.',
    causes: [
      EDITED_FILE,
      'The export was made by a version of the app that writes the parts in another way.',
    ],
  },
  'forwarded-time': {
    sentence:
      'Forwarded messages bear the time at which they were forwarded. When they were first written is not in the file.',
    causes: ['The app exports them so.', 'The chat was imported from another app.'],
  },
  'edited-or-reacted': {
    sentence:
      'Some messages are marked as edited and also have reactions. The mark may mean no more than that somebody reacted.',
    causes: ['The app is reported to set the mark when a reaction is added.'],
  },
  'sections-not-read': {
    sentence:
      'The file holds sections besides chats, such as contacts. They are kept and not shown as messages.',
    causes: ['The whole account was exported.'],
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
