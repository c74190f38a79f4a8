/**
 * Every sign by which a format is told from others, as a sentence. A code is kept with a reading and never changes; one sign
 * may speak for several formats.
 */
export const SIGNS = {
  'first-line-is-header': 'The first line is one of them.',
  'brackets-without-seconds': 'Exports with brackets normally show seconds; these do not.',
  'two-blanks-at-end': 'Messages end with two blanks, as this program writes them.',
  'media-links': 'It has links to files in a folder "media".',
  'reaction-lines': 'It has lines of reactions as this program writes them.',
  'sender-called-me': 'A sender is called "Me".',

  'list-of-messages': 'It has a list of messages.',
  'message-and-service': 'Its entries are of the types "message" and "service".',
  'date-unixtime': 'Its entries carry "date_unixtime".',
  'kind-of-chat': 'It names a kind of chat that this app has.',
  'account-sections': 'It has the sections of a whole account.',
  'export-page': 'It is a page in the way of this export.',
  'message-history': 'It has a history of messages.',
  'message-classes': 'Its messages are marked "message default" or "message service".',
  'printed-clock': 'Its messages bear their date and time as this app prints them.',

  'sender-name-member': 'Its entries carry "sender_name".',
  'timestamp-ms': 'Its entries carry "timestamp_ms".',
  participants: 'It names participants.',
  'inbox-path': 'It gives the path of a conversation in the inbox.',
  'magic-words': 'It has "magic_words".',
  'facebook-activity': 'Its files lie under "your_facebook_activity".',
  'messenger-stickers': 'It has stickers of Messenger.',
  'thread-type': 'It gives the type of the conversation, as Messenger does.',
  'messenger-folder': 'It lies in a folder that Messenger has.',
  'group-link': 'It has the link for joining a group of Messenger.',
  'messenger-sender-number': 'Its entries carry a number that Messenger gives.',
  'messenger-member': 'Its entries carry a member that Messenger has.',
  'list-of-gifs': 'It has a list of GIFs, as Messenger does.',
  'instagram-activity': 'Its files lie under "your_instagram_activity".',
  'content-owner': 'It names the owner of shared content, as Instagram does.',
  'instagram-user': 'It names an account that Instagram removed.',
  'instagram-like': 'It has the sentence that Instagram writes for a like.',
  'instagram-edited': 'It has a message that is marked as edited, as Instagram does.',
  'nothing-of-this-app-alone': 'Nothing was seen that only this app writes.',
  'sender-name': 'Its entries carry "senderName".',
  'unsent-marks': 'Its entries say whether they were unsent.',
  'thread-name': 'It has a "threadName".',
  'participants-as-text': 'It names participants, each as a plain text.',
  'times-in-milliseconds': 'Its times are counts of milliseconds.',

  'received-and-sent': 'It has sections of received and sent messages.',
  'created-microseconds': 'Its entries carry "Created(microseconds)".',
  'media-type': 'Its entries carry "Media Type".',
  'times-as-written': 'Its times are written as this app writes them.',
  'sent-by-owner': 'Its entries say whether the owner of the account sent them.',
  'conversation-title': 'Its entries name their conversation.',

  'server-and-number': 'It names a server ("guild") and its number.',
  'channel-and-number': 'It names a channel and its number.',
  'export-range': 'It says from when to when it was exported.',
  'export-time': 'It says when it was exported.',
  'timestamp-edited': 'Its entries carry "timestampEdited".',
  'call-ended': 'Its entries carry "callEndedTimestamp".',
  'id-and-timestamp': 'It is a list whose entries begin with "ID" and "Timestamp".',
  'package-columns': 'Its first columns are ID, Timestamp and Contents.',

  'items-of-chats': 'Its lines hold items of chats.',
  'date-sent': 'Its items carry "dateSent".',
  'lines-of-recipients': 'Its lines name recipients.',
  'lines-of-chats': 'Its lines name chats.',
  'line-of-account': 'A line describes the account.',

  'list-smses': 'It has a list "smses".',
  'sms-and-mms': 'Its entries are "sms" and "mms" with a date.',
  'calls-with-number': 'Its entries are calls with a number.',

  'file-name': 'The file name is one that this app gives.',
  'file-name-of-program': 'The file name is one that this program gives.',
  'file-name-of-package': 'The file name is one that a data package has.',
  'file-name-of-part': 'The file name is one that this app gives to one file of several.',
  'file-name-with-number': 'The file name ends in a number, as this app gives it.',

  // Of a format that `npm run new:chat-format` began and nobody described yet.
  'begins-as-export': 'It begins as this export does.',
} as const;

/** What can be seen of damage to an item of a known format, in its beginning and its end. */
export const DAMAGE = {
  'cut-off': 'The file is cut off: it does not end as it should.',
  'last-line-cut-off': 'The file is cut off: its last line does not end as it should.',
  'zero-bytes': 'The file contains zero bytes.',
} as const;

export type DamageCode = keyof typeof DAMAGE;
