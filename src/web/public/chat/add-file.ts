import type { VisitorSecrets } from '#domain/intake/index.ts';
import { type FormProblem, html, type Html, NOTHING, problemAt } from '#web/ui/index.ts';
import { button, errorMessage } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { tokenField } from '../page.ts';
import { scriptWords } from './script-words.ts';
import { CHAT_WORDS } from './words.ts';

type AddFile = {
  readonly secrets: VisitorSecrets;
  readonly problems: readonly FormProblem[];
  readonly language: Language;
  /** Whether there are files already. */
  readonly isAnother: boolean;
};

/** The form that takes one file. Our script finds it by `data-upload`, and in it every word that the script may show. */
export function addFile({ secrets, problems, language, isAnother }: AddFile): Html {
  const words = CHAT_WORDS.in(language);
  const problem = problemAt(problems, 'file', language);
  return html`<form
    class="ho-upload"
    method="post"
    action="/chat/upload"
    enctype="multipart/form-data"
    data-upload
    data-upload-words="${JSON.stringify(scriptWords(language))}"
    novalidate
  >
    ${tokenField(secrets)}
    <div class="govuk-form-group${problem ? ' govuk-form-group--error' : ''}">
      <label class="govuk-label govuk-label--m" for="file">
        ${isAnother ? words.addAnother : words.chooseFile}
      </label>
      <div id="file-hint" class="govuk-hint">
        ${words.hint}<span class="ho-with-scripts" hidden>${words.hintZip}</span>${words.hintSize}
      </div>
      ${problem ? errorMessage({ ...problem, id: 'file-error' }) : NOTHING}
      <input
        class="govuk-file-upload"
        id="file"
        name="file"
        type="file"
        autocomplete="off"
        aria-describedby="${problem ? 'file-hint file-error' : 'file-hint'}"
      />
    </div>
    <div class="ho-upload__state" data-upload-state aria-live="polite"></div>
    ${button({
      text: words.add,
      ...(isAnother ? { classes: 'govuk-button--secondary' } : {}),
      preventDoubleClick: true,
    })}
  </form>`;
}
