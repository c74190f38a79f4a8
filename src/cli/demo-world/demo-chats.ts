// Each story of the demo world, written to the file its app would have made.
import type { SentFile } from './chat-event.ts';
import type { ChatEvent } from './chat-event.ts';
import type { ChatTruth } from './chat-truth.ts';
import { londonWall } from './london-clock.ts';
import { fingerprintOf, placeholderPng } from './placeholder-media.ts';
import { seededDice } from './random.ts';
import { storedZip } from './stored-zip.ts';
import { AMERICAN_CAST, americanPhone } from './stories/american-phone.ts';
import { BLOCKS_CAST, BLOCKS_CHAT, blocksGroup } from './stories/blocks-group.ts';
import { JAY_CAST, jayAndElle } from './stories/jay-and-elle.ts';
import { KIT_CAST, kitAndFreya } from './stories/kit-and-freya.ts';
import { ROBBO_CAST, readyRobbo } from './stories/ready-robbo.ts';
import { SCHOOL_CAST, schoolPaste } from './stories/school-paste.ts';
import { writeTelegram } from './telegram-file.ts';
import { writeAndroid, writeIphone, writeWebCopy } from './whatsapp-files.ts';
import type { DemoChat, DemoFingerprint, ReadyExport } from './world-shape.ts';

type Written = { bytes: Uint8Array; truth: ChatTruth };
type ChatAndMedia = { chat: DemoChat; fingerprints: DemoFingerprint[] };

const PARTY_EXPORT = {
  mediaType: 'text/plain',
  sourceClass: 'party-export',
  archive: null,
  declaredZone: 'Europe/London',
} as const;

/** The group's: one Android text file; its three pictures stayed on the phone. */
export function groupChat(): ChatAndMedia {
  const events = jayAndElle();
  const written = writeAndroid(events, JAY_CAST, 'en-GB');
  const chat: DemoChat = {
    key: 'jay-r',
    fileName: 'WhatsApp Chat with Jay R.txt',
    ...PARTY_EXPORT,
    ...written,
  };
  return { chat, fingerprints: mediaOf(events).map(file => fingerprintOf(file.name, file.bytes)) };
}

/** The parent's: the text of an iPhone archive; the archive and its pictures stayed at home. */
export function parentChat(): ChatAndMedia {
  const events = kitAndFreya();
  const written = writeIphone(events, KIT_CAST, 'Kit');
  const media = mediaOf(events);
  const archive = archiveOf('_chat.txt', written, media, events);
  const { name, sizeBytes, digestHex } = fingerprintOf('WhatsApp Chat - Kit.zip', archive);
  const chat: DemoChat = {
    key: 'kit',
    fileName: '_chat.txt',
    ...PARTY_EXPORT,
    ...written,
    sourceClass: 'extract',
    archive: { name, sizeBytes, digestHex, entryName: '_chat.txt' },
  };
  return { chat, fingerprints: media.map(file => fingerprintOf(file.name, file.bytes)) };
}

/** The school's: forty messages pasted. */
export function schoolChat(): DemoChat {
  const written = writeWebCopy(schoolPaste(), SCHOOL_CAST);
  return {
    key: 'school-paste',
    fileName: 'pasted-text.txt',
    ...PARTY_EXPORT,
    ...written,
    sourceClass: 'typed',
  };
}

/** The platform's: a user's upload, passed on as it came, nobody knows the phone's settings. */
export function platformChat(): DemoChat {
  const written = writeAndroid(americanPhone(), AMERICAN_CAST, 'en-US');
  const fileName = 'WhatsApp Chat with +44 7700 900385.txt';
  return { key: 'american-phone', fileName, ...PARTY_EXPORT, ...written, declaredZone: null };
}

/** The member of the public's: one chat out of Telegram Desktop. */
export function publicChat(): DemoChat {
  const written = writeTelegram(blocksGroup(), BLOCKS_CAST, BLOCKS_CHAT);
  const fixed = { ...PARTY_EXPORT, mediaType: 'application/json' } as const;
  return { key: 'blocks-group', fileName: 'result.json', ...fixed, ...written };
}

/** What a visitor downloads and hands in. */
export function readyExport(): ReadyExport {
  const events = readyRobbo();
  const written = writeAndroid(events, ROBBO_CAST, 'en-GB');
  const fileName = 'WhatsApp Chat with Robbo.txt';
  const chat: DemoChat = { key: 'robbo', fileName, ...PARTY_EXPORT, ...written };
  const media = mediaOf(events).map(file => ({ name: file.name, bytes: placeholderPng(0) }));
  return {
    chat,
    archiveName: 'WhatsApp Chat with Robbo.zip',
    archiveBytes: archiveOf(fileName, written, media, events),
    media,
    suggestedAccount: SUGGESTED_ACCOUNT,
  };
}

const SUGGESTED_ACCOUNT =
  'My son Dylan is 13. He met someone called Robbo on a game in the half term. I looked at his phone on Saturday ' +
  'because he was upset. Robbo says he is 16 but he drives. He has been sending Dylan top-ups, told him not to tell ' +
  'us and asked him to come to Orrenby bus station on his own. Dylan has not gone. We have not replied.';

interface MediaFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function mediaOf(events: readonly ChatEvent[]): MediaFile[] {
  const dice = seededDice('sizes of placeholder files');
  const files = events.map(event => event.file).filter(file => hasName(file));
  return files.map(file => ({ name: file.name, bytes: placeholderPng(dice.between(9_000, 48_000)) }));
}

function hasName(file: SentFile | undefined): file is SentFile & { name: string } {
  return file !== undefined && file.name !== null;
}

function archiveOf(
  entryName: string,
  written: Written,
  media: readonly MediaFile[],
  events: readonly ChatEvent[],
): Uint8Array {
  const modified = londonWall((events.at(-1)?.at ?? 0) + 90);
  const entries = [{ name: entryName, bytes: written.bytes }, ...media];
  return storedZip(entries.map(entry => ({ ...entry, modified })));
}
