// The shapes of the demo world: who is in it and what each hand-in holds.
import type { ChatTruth } from './chat-truth.ts';

export type DemoRole =
  | 'intake-officer'
  | 'supervisor'
  | 'investigator'
  | 'deconfliction-officer'
  | 'disclosure-officer'
  | 'auditor'
  | 'administrator';

export interface DemoForce {
  readonly code: string;
  readonly name: string;
  readonly domain: string;
  readonly controlRoomNumber: string;
}

/** `id` is stable and short (`tom-fairley`); `name` carries no rank, `rank` is empty for police staff. */
export interface DemoOfficer {
  readonly id: string;
  readonly name: string;
  readonly role: DemoRole;
  readonly rank: string;
}

export type SubmitterType =
  | 'child'
  | 'parent-or-carer'
  | 'school-or-college'
  | 'platform'
  | 'member-of-the-public'
  | 'activist-group-member'
  | 'other-professional';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly submitterType: SubmitterType;
  /** One line on who they are, for the demo page and the documents. */
  readonly about: string;
}

export type Happening =
  'child-in-danger' | 'meeting-planned' | 'confrontation' | 'self-harm-risk' | 'submitter-under-18';

export interface DemoDanger {
  readonly happening: readonly Happening[];
  readonly what: string;
  readonly where: string;
  readonly who: string;
  readonly safeNumber: string;
  /** Null: not answered. */
  readonly mayRing: boolean | null;
}

/** How it is safe to reach the submitter; `none` is the product's default. */
export interface DemoSafeContact {
  readonly way: 'none' | 'phone' | 'email';
  readonly value: string;
  readonly when: string;
  readonly othersSeeDevice: 'no' | 'yes' | '';
}

/** The facts asked for beside the account, each as the submitter would type it; empty when left blank. */
export interface DemoFacts {
  readonly platform: string;
  readonly usernames: readonly string[];
  readonly phoneNumbers: readonly string[];
  readonly when: string;
  readonly where: string;
  readonly childAge: string;
  readonly others: string;
}

export type SourceClass = 'party-export' | 'typed' | 'extract';

/** A file that stayed with the submitter. */
export interface DemoFingerprint {
  readonly name: string;
  readonly sizeBytes: number;
  readonly digestHex: string;
}

/** The archive an extract was taken out of; the archive itself stayed with the submitter. */
export interface DemoArchive {
  readonly name: string;
  readonly sizeBytes: number;
  readonly digestHex: string;
  readonly entryName: string;
}

/** One chat as handed in. `key` names its files on disk and is unique in the world. */
export interface DemoChat {
  readonly key: string;
  readonly fileName: string;
  readonly mediaType: 'text/plain' | 'application/json';
  readonly sourceClass: SourceClass;
  readonly bytes: Uint8Array;
  readonly truth: ChatTruth;
  /** Present exactly where `sourceClass` is `extract`. */
  readonly archive: DemoArchive | null;
  /** The zone the submitter says the phone was set to, if they said. */
  readonly declaredZone: 'Europe/London' | null;
}

export type SubmissionState =
  'danger-not-finished' | 'received' | 'triage' | 'assessment' | 'decision' | 'investigation';

export interface DemoSubmission {
  readonly key: string;
  readonly personId: string;
  readonly submitterType: SubmitterType;
  readonly state: SubmissionState;
  /** When it was handed in (for `danger-not-finished`: when the danger answers were given), UTC. */
  readonly handedInAt: string;
  /** The officer it is with, by id; `null` while nobody has it. */
  readonly withOfficerId: string | null;
  readonly danger: DemoDanger | null;
  readonly safeContact: DemoSafeContact;
  /** What happened, in their own words; empty where the form was never finished. */
  readonly account: string;
  readonly facts: DemoFacts | null;
  readonly chats: readonly DemoChat[];
  readonly fingerprints: readonly DemoFingerprint[];
}

/** The export a visitor can download and hand in as a parent: the same chat as text and as an archive with two small files. */
export interface ReadyExport {
  readonly chat: DemoChat;
  readonly archiveName: string;
  readonly archiveBytes: Uint8Array;
  readonly media: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Answers a visitor may copy into the form. */
  readonly suggestedAccount: string;
}

export interface DemoWorld {
  readonly force: DemoForce;
  readonly officers: readonly DemoOfficer[];
  readonly people: readonly DemoPerson[];
  readonly submissions: readonly DemoSubmission[];
  readonly readyExport: ReadyExport;
}
