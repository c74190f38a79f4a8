import { officerTitle, PURPOSE_WORDS, STATEABLE_PURPOSES } from '#domain/accounts/index.ts';
import { FORM_TOKEN_FIELD, formToken } from '#web/guards/index.ts';
import { button, details, select } from '#web/ui/govuk/index.ts';
import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import type { Visit } from './visit.ts';

type Recorded = Pick<Visit<unknown>, 'recorded' | 'session' | 'request'>;

/**
 * Under a page about a submission: for what purpose this look was recorded, and a way to state another. Nobody is asked
 * before they see something. On a danger page the purpose is safeguarding, and there is nothing to choose.
 */
export function purposeLine({ recorded, session, request }: Recorded): Html | undefined {
  const { purpose, submission, canBeStated } = recorded;
  if (submission === null && purpose !== 'safeguarding') return undefined;
  const line = html`<p>
    This look is recorded: ${officerTitle(session.officer)}, <strong>${purposeWord(purpose)}</strong>.
  </p>`;
  if (submission === null || !canBeStated)
    return html`<section class="ho-purpose" aria-label="Purpose on record">${line}</section>`;
  return html`<section class="ho-purpose" aria-label="Purpose on record">
    ${line}
    ${details({
      summaryText: 'State another purpose',
      html: html`<form action="/submissions/${submission}/purpose" method="post">
        <input type="hidden" name="${FORM_TOKEN_FIELD}" value="${formToken(session.formKey)}" />
        <input type="hidden" name="back" value="${request.url.split('?')[0]}" />
        ${select({
          name: 'purpose',
          label: { text: `Why you look at ${submission}` },
          items: STATEABLE_PURPOSES.map(value => ({
            value,
            text: PURPOSE_WORDS[value],
            selected: value === purpose,
          })),
        })}
        ${button({ text: 'State it', classes: 'govuk-button--secondary', preventDoubleClick: true })}
        <p>It counts for this submission until you sign out. What is recorded already stays as it is.</p>
      </form>`,
    })}
  </section>`;
}

/** "safeguarding", in the middle of a sentence. */
function purposeWord(purpose: keyof typeof PURPOSE_WORDS): string {
  return (PURPOSE_WORDS[purpose].split(':')[0] ?? purpose).toLowerCase();
}
