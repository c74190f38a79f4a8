import { damageSentence, formatTitle, reasonSentence } from '#portable/chat/index.ts';
import type { ChatFormat, Detection, Reason } from '#portable/chat/index.ts';
import { html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';

/** What a reading came to, and what its item was taken for; null for readings of before that was kept. */
export type ReadOutcome = {
  readonly state: 'reading' | 'read' | 'refused' | 'failed';
  readonly reason: string | null;
  readonly detection: Detection | null;
};

type Known = Extract<Detection, { format: ChatFormat }>;

const CONFIDENCE: Readonly<Record<Known['confidence'], string>> = {
  high: 'These signs are strong.',
  fair: 'These signs are fair.',
  low: 'These signs are weak.',
};

function knownOf(detection: Detection | null): Known | null {
  return detection === null || detection.format === null ? null : detection;
}

function sentences(reasons: readonly Reason[]): Html {
  return isolated(reasons.map(reasonSentence).join(' '));
}

/** "a Telegram JSON export", "an SMS Backup & Restore XML backup". */
function oneOf(format: ChatFormat): string {
  const title = formatTitle(format);
  return `${/^(?:[AEIOU]|SMS)/.test(title) ? 'an' : 'a'} ${title}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Why an item was read as the format it was read as, or taken for it, and what else it could have been; nothing where that
 * was not kept.
 */
export function whyThisFormat(
  detection: Detection | null,
  verb: 'Read as' | 'Taken for' = 'Read as',
): Html | undefined {
  const known = knownOf(detection);
  if (known === null) return undefined;
  const { format, confidence, reasons, runnersUp } = known;
  return html`<p>
      ${verb} <strong>${formatTitle(format)}</strong>, because: ${sentences(reasons)}
      ${CONFIDENCE[confidence]}
    </p>
    ${runnersUp.map(
      other =>
        html`<p>
          It could also have been <strong>${formatTitle(other.format)}</strong>, less likely:
          ${sentences(other.reasons)}
        </p>`,
    )}
    ${runnersUp.length === 0 && html`<p>No other format that this service knows fits it.</p>`}`;
}

/** That an item is of a format, and broken: another answer than that it is no chat. Nothing where no damage was seen. */
export function brokenWords(detection: Detection | null): Html | undefined {
  const known = knownOf(detection);
  if (known === null || known.broken === null) return undefined;
  return html`<strong>${capital(oneOf(known.format))} that is broken.</strong>
    ${damageSentence(known.broken)}`;
}

/** Why there is no reading of an item: it is no chat, it is a broken export, or its reading failed. */
export function notReadWords({ state, reason, detection }: ReadOutcome): Html {
  if (state === 'refused')
    return detection === null
      ? html`<strong>Not read as a chat.</strong> ${isolated(reason ?? 'No reader knows its form.')}`
      : html`<strong>Not a chat this service knows.</strong> ${sentences(detection.reasons)}`;
  const why = isolated(reason ?? 'The reader stopped.');
  const broken = brokenWords(detection);
  if (broken !== undefined) return html`${broken} ${why}`;
  const known = knownOf(detection);
  return html`<strong>The reading failed.</strong> ${why}
    ${known !== null && `It looks like ${oneOf(known.format)}.`}`;
}

/** The same in a few words, for a table. */
export function outcomeWords({ state, detection }: Omit<ReadOutcome, 'reason'>): string {
  const isBroken = (knownOf(detection)?.broken ?? null) !== null;
  if (state === 'reading') return 'Being read';
  if (state === 'refused') return detection === null ? 'Not read as a chat' : 'Not a chat this service knows';
  if (state === 'failed') return isBroken ? 'Failed: the file is broken' : 'Failed';
  return isBroken ? 'Stands; the file is broken' : 'Stands';
}
