const WORDS: Readonly<Record<string, string>> = {
  kind: 'Kind of message',
  speaker: 'Speaker',
  written: 'Time as understood',
  writtenText: 'Time as written',
  writtenOther: 'Other reading of the time',
  instant: 'Instant in UTC',
  body: 'Words',
  span: 'Where its bytes lie',
  doubts: 'Doubts',
  precision: 'How fine the time is',
  rule: 'Rule that read it',
  conversation: 'Conversation',
  id: 'Number in the app',
  replyTo: 'Reply to',
  edited: 'Edit',
  action: 'Action',
  attachments: 'Files',
  call: 'Call',
  continuations: 'Further lines',
  speakerId: 'Number of the speaker',
  otherReading: 'Other reading of the line',
  repairs: 'Repairs',
  reactions: 'Reactions',
  messages: 'Number of messages',
  unreadBytes: 'Number of unread bytes',
  kinds: 'Counts by kind',
  period: 'Period',
  speakers: 'Speakers',
  dateOrder: 'Order of day and month',
  zone: 'Time zone',
  conversations: 'Conversations',
  format: 'Format',
};

/** What a key of a reading (docs/formats/reading.md) is called on a page; one without a name of its own is called as it is. */
export function keyWords(key: string): string {
  return WORDS[key] ?? key;
}
