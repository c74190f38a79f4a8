import type { Draft, DraftFile, VisitorSecrets } from '#domain/intake/index.ts';
import { type FormProblem, html, type Html } from '#web/ui/index.ts';
import { button, details } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { UPLOAD_SCRIPT } from '../browser-scripts.ts';
import { FORM_WORDS } from '../form-words.ts';
import { pageForm, type PageDetails } from '../page.ts';
import { addFile } from './add-file.ts';
import { exportSteps } from './export-steps.ts';
import { addedFile } from './file-card.ts';
import { whatLeaves } from './what-leaves.ts';
import { CHAT_WORDS } from './words.ts';

export type ChatView = {
  readonly draft: Draft;
  readonly secrets: VisitorSecrets;
  readonly problems: readonly FormProblem[];
  readonly from: '/check' | undefined;
  /** Room for another file. */
  readonly hasRoom: boolean;
  readonly language: Language;
};

type ChatWords = ReturnType<typeof CHAT_WORDS.in>;

/** The chat and other texts: what was added, a way to add a file, to paste, or to say that there is none. */
export function chatPage(view: ChatView): Omit<PageDetails, 'backLink'> {
  const { draft, problems, language } = view;
  const words = CHAT_WORDS.in(language);
  return {
    title: words.title,
    problems,
    scripts: [UPLOAD_SCRIPT],
    body: html`<h1 class="govuk-heading-l">${words.title}</h1>
      <p class="govuk-body">${words.intro} <span class="ho-with-scripts" hidden>${words.introZip}</span></p>
      ${draft.files.length > 0 ? withFiles(view, words) : withoutFiles(view, words)}`,
  };
}

function withFiles(view: ChatView, words: ChatWords): Html {
  const another = view.hasRoom
    ? html`${addFile({ ...view, isAnother: true })} ${paste(words)} ${help(view, words)}`
    : html`<p class="govuk-body">${words.full}</p>
        ${help(view, words)}`;
  const text = FORM_WORDS.in(view.language).continue;
  return html`${files(view, words)}
  ${details({ summaryText: words.another, html: another, open: view.problems.length > 0 })}
  ${goOn(view, button({ text, name: 'choice', value: 'files', preventDoubleClick: true }))}`;
}

function withoutFiles(view: ChatView, words: ChatWords): Html {
  const none = button({
    text: words.none,
    name: 'choice',
    value: 'none',
    classes: 'govuk-button--secondary',
    preventDoubleClick: true,
  });
  return html`${whatLeaves(view.language)} ${addFile({ ...view, isAnother: false })} ${help(view, words)}
    ${paste(words)}
    <h2 class="govuk-heading-m">${words.noFile}</h2>
    ${goOn(view, none)}`;
}

function files({ draft: { files }, secrets, language }: ChatView, words: ChatWords): Html {
  return html`<h2 class="govuk-heading-m">${words.yours}</h2>
    <p class="govuk-body">${words.kept(files.length)}</p>
    ${files.map((file, n) => addedFile(file, { secrets, sameAs: sameAs(file, files.slice(0, n)), language }))}`;
}

/** An earlier file with the same words, or none. */
function sameAs({ sha256Hex }: DraftFile, earlier: readonly DraftFile[]): DraftFile | undefined {
  return earlier.find(file => file.sha256Hex === sha256Hex);
}

function help({ language }: ChatView, words: ChatWords): Html {
  return html`${details({ summaryText: words.howToSave, html: exportSteps(language) })}
  ${details({
    summaryText: words.fingerprint,
    html: html`${words.fingerprintIs.map(each => html`<p class="govuk-body">${each}</p> `)}`,
  })}`;
}

function paste(words: ChatWords): Html {
  return html`<p class="govuk-body">${words.orPaste}</p>`;
}

function goOn({ secrets, from }: ChatView, controls: Html): Html {
  return pageForm({ action: '/chat', secrets, ...(from ? { from: 'check' } : {}) }, controls);
}
