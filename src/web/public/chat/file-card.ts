import type { DraftFile, VisitorSecrets } from '#domain/intake/index.ts';
import { html, type Html, isolated } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { fileCard } from '#web/ui/public/index.ts';
import { tokenField } from '../page.ts';
import { SOURCES } from '../source-words.ts';
import { spokenSize } from '../spoken-time.ts';
import { CHAT_WORDS } from './words.ts';

type Card = {
  readonly secrets: VisitorSecrets;
  /** An earlier file with the same words. */
  readonly sameAs: DraftFile | undefined;
  readonly language: Language;
};

/** One file that was added, with a way to take it out again. */
export function addedFile(file: DraftFile, { secrets, sameAs, language }: Card): Html {
  const words = CHAT_WORDS.in(language);
  const source = SOURCES.in(language).classes[file.sourceClass];
  const { count } = file.fingerprints ?? { count: 0 };
  const stayed = words.stayed(count, isolated(file.archiveName ?? ''));
  return fileCard({
    language,
    name: isolated(file.name),
    line: html`${words.added(source, spokenSize(file.sizeBytes, language))}
    ${sameAs !== undefined && words.sameWords(isolated(sameAs.name))}`,
    state: 'safe',
    ...(file.fingerprints === null ? {} : { steps: [{ text: stayed, isDone: true }] }),
    action: html`<form method="post" action="/chat/remove">
      ${tokenField(secrets)}<input type="hidden" name="id" value="${file.id}" />
      <button class="ho-link-button" type="submit">
        ${words.remove}<span class="govuk-visually-hidden"> ${isolated(file.name)}</span>
      </button>
    </form>`,
  });
}
