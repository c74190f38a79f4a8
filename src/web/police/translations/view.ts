import type { Remark, Translation, TranslationWay } from '#domain/conversations/index.ts';
import { html, isolated, visible } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { londonTime } from '../london.ts';

export const WAY_WORDS: Readonly<Record<TranslationWay, string>> = {
  certified: 'certified translator',
  person: 'not certified',
  machine: 'machine translation',
};

/** A translation as it stands beside the words as written: what it is, whose it is, and who disputes it. */
export function translationBlock(translation: Translation): Html {
  const { text, disputes, takenBack } = translation;
  return html`<div class="ho-translation">
    <p class="ho-translation__whose">
      <strong>${takenBack === null ? 'Translation' : 'Translation taken back'}</strong>
      ${whoseWords(translation)}
    </p>
    <bdi class="ho-message__body${takenBack !== null && ' ho-translation__taken-back'}">${visible(text)}</bdi>
    ${disputes.map(dispute => html`<p class="ho-translation__dispute"><strong>Disputed</strong> ${remarkWords(dispute)}</p>`)}
    ${takenBack !== null && html`<p class="ho-translation__dispute">Taken back ${remarkWords(takenBack)}</p>`}
  </div>`;
}

function whoseWords({ from, into, by, how, officer, at }: Translation): Html {
  return html`${isolated(from)} to ${isolated(into)}, by ${isolated(by)} (${WAY_WORDS[how]}); put here by
  ${isolated(officer)}, ${londonTime(at)}`;
}

function remarkWords({ officer, at, reason }: Remark): Html {
  return html`by ${isolated(officer)}, ${londonTime(at)}: ${isolated(reason)}`;
}
