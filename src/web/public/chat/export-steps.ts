import { html, type Html } from '#web/ui/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { EXPORT_WORDS } from './export-words.ts';

/** How to save a chat without its pictures, app by app. */
export function exportSteps(language: Language): Html {
  const words = EXPORT_WORDS.in(language);
  return html`<p class="govuk-body">${words.stop}</p>
    <p class="govuk-body">${words.flightMode}</p>
    ${words.apps.map(
      ({ name, steps }) =>
        html`<h3 class="govuk-heading-s">${name}</h3>
          <ol class="govuk-list govuk-list--number">
            ${steps.map(step => html`<li>${step}</li> `)}
          </ol> `,
    )}
    <h3 class="govuk-heading-s">${words.another}</h3>
    ${words.ofAnother.map(each => html`<p class="govuk-body">${each}</p> `)}`;
}
