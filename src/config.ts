import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { isRecipient } from '#adapters/age/index.ts';

/** Everything that can be set from outside. No other file reads the environment. */
export type Settings = {
  /** Where all data rests. */
  readonly dataFolder: string;
  /** Where the newest signed head is kept, out of reach of every backup. */
  readonly headFolder: string;
  readonly demoPort: number;
  readonly publicPort: number;
  readonly policePort: number;
  /** age recipients, held elsewhere, that everything at rest is sealed to beside the evidence recipient. */
  readonly escrowRecipients: readonly string[];
  /** Days after its last change until an unfinished draft is removed. */
  readonly draftDays: number;
  /** Who reviewed the Welsh pages, and when; null while nobody has, and then only a demonstration shows them. */
  readonly welshReview: string | null;
  /** Addresses and networks whose `X-Forwarded-For` is believed; none by default. */
  readonly trustedProxies: readonly string[];
};

type Setting = { readonly env: string; readonly doc: string; readonly fallback: string };

/** The settings with their defaults; docs/operating/settings.md is made from this table. */
export const SETTINGS = {
  dataFolder: {
    env: 'HANDOVER_DATA_DIR',
    doc: 'Folder for all data: database, log, sealed items, keys.',
    fallback: './data',
  },
  headFolder: {
    env: 'HANDOVER_HEAD_DIR',
    doc: 'Folder for the newest signed head of the log. Put it on another disk or machine, and in no backup.',
    fallback: '<data folder>/outside-backups',
  },
  demoPort: {
    env: 'HANDOVER_DEMO_PORT',
    doc: 'Port of the page that introduces the demonstration.',
    fallback: '7400',
  },
  publicPort: {
    env: 'HANDOVER_PUBLIC_PORT',
    doc: 'Port of the public side, at public.localhost.',
    fallback: '7401',
  },
  policePort: {
    env: 'HANDOVER_POLICE_PORT',
    doc: 'Port of the police side, at police.localhost.',
    fallback: '7402',
  },
  draftDays: {
    env: 'HANDOVER_DRAFT_DAYS',
    doc: 'Days after the last answer until a hand-in that was not finished is removed, with its files (1 to 365). Danger reports stay.',
    fallback: '7',
  },
  welshReview: {
    env: 'HANDOVER_WELSH_REVIEW',
    doc: 'Who reviewed the Welsh pages, and when, with a comma between (`A. Reviewer, 2027-01-31`). Until it is set, only a demonstration shows them, as a draft: a wrong emergency page harms.',
    fallback: 'none',
  },
  trustedProxies: {
    env: 'HANDOVER_TRUSTED_PROXIES',
    doc: 'Addresses or networks, with commas between, of reverse proxies in front of the public and police sides (`10.0.0.5, 10.1.0.0/24`). Only what they say in `X-Forwarded-For` is believed.',
    fallback: 'none',
  },
  escrowRecipients: {
    env: 'HANDOVER_ESCROW_RECIPIENTS',
    doc: 'age recipients (age1…, separated by commas) whose identities are held elsewhere; everything at rest is sealed to each of them too.',
    fallback: 'none',
  },
} as const satisfies Record<string, Setting>;

/** Reads the settings. Gives every problem at once, each a sentence that says what to do; never echoes a value. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>> = process.env,
): { ok: true; settings: Settings } | { ok: false; problems: string[] } {
  const value = (key: keyof typeof SETTINGS) => env[SETTINGS[key].env]?.trim() || SETTINGS[key].fallback;
  const problems: string[] = [];
  const port = (key: 'demoPort' | 'publicPort' | 'policePort') => {
    const number = Number(value(key));
    if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
    problems.push(`${SETTINGS[key].env} must be a port number from 1 to 65535.`);
    return 0;
  };
  const ports = {
    demoPort: port('demoPort'),
    publicPort: port('publicPort'),
    policePort: port('policePort'),
  };
  const draftDays = Number(value('draftDays'));
  if (!Number.isInteger(draftDays) || draftDays < 1 || draftDays > 365)
    problems.push(`${SETTINGS.draftDays.env} must be a number of days from 1 to 365.`);
  // A comma too many is a slip, and a slip must not name a network.
  const trustedProxies = listOf(value('trustedProxies'), /\s*,\s*/);
  if (!trustedProxies.every(isNetwork))
    problems.push(`${SETTINGS.trustedProxies.env} must be IP addresses or networks, with commas between.`);
  if (problems.length === 0 && new Set(Object.values(ports)).size < 3)
    problems.push('The three ports must differ.');
  const welshReview = value('welshReview') === 'none' ? null : value('welshReview');
  if (welshReview !== null && !isReview(welshReview))
    problems.push(
      `${SETTINGS.welshReview.env} must be a name and a date, such as A. Reviewer, 2027-01-31, or none.`,
    );
  const escrowRecipients = listOf(value('escrowRecipients'), /[\s,]+/).filter(Boolean);
  if (!escrowRecipients.every(isRecipient))
    problems.push(
      `${SETTINGS.escrowRecipients.env} must be age recipients that begin with age1, separated by commas, or none.`,
    );
  if (new Set(escrowRecipients).size < escrowRecipients.length)
    problems.push(`${SETTINGS.escrowRecipients.env} names a recipient twice.`);
  if (problems.length > 0) return { ok: false, problems };
  const dataFolder = resolve(value('dataFolder'));
  const head = env[SETTINGS.headFolder.env]?.trim();
  const headFolder = head ? resolve(head) : dataLayout(dataFolder).outsideBackups;
  return {
    ok: true,
    settings: { dataFolder, headFolder, ...ports, draftDays, welshReview, trustedProxies, escrowRecipients },
  };
}

function listOf(text: string, separator: RegExp): string[] {
  return text === 'none' ? [] : text.split(separator);
}

/** A name, a comma, and a day of the calendar. */
function isReview(text: string): boolean {
  const [, day = ''] = /^[^,]{2,100}, (\d{4}-\d\d-\d\d)$/.exec(text) ?? [];
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** An IP address, or one with the length of its network's prefix; a prefix of 0 would believe everybody. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  if (prefix === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128);
}

/** The folders below the data folder. */
export function dataLayout(dataFolder: string) {
  return {
    postgres: join(dataFolder, 'postgres'),
    keys: join(dataFolder, 'keys'),
    log: join(dataFolder, 'log'),
    store: join(dataFolder, 'store'),
    /** What the log's events are made again from; beside the items, because it is lost only where they are lost. */
    batches: join(dataFolder, 'store', 'batches'),
    /** The files of logs that were closed. */
    closedLogs: join(dataFolder, 'closed-logs'),
    /** Our backup command never takes this folder, and restore never puts one back. */
    outsideBackups: join(dataFolder, 'outside-backups'),
    bundles: join(dataFolder, 'bundles'),
    demo: join(dataFolder, 'demo'),
    policy: join(dataFolder, 'policy'),
    lock: join(dataFolder, 'handover.lock'),
    /** There from the begin of a restore to its end; nothing starts on it. */
    restoring: join(dataFolder, 'restoring'),
  };
}
