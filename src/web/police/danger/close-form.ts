import type { DangerReport } from '#domain/desk/index.ts';
import { button, input, radios } from '#web/ui/govuk/index.ts';
import { html, problemAt } from '#web/ui/index.ts';
import type { FormProblem, Html } from '#web/ui/index.ts';
import { tokenField } from '../visit.ts';
import type { Visit } from '../visit.ts';

/** What was typed into the form that closes a report. */
export type ClosingWords = {
  readonly how: string;
  readonly incidentNumber: string;
  readonly reason: string;
};

const LONGEST_INCIDENT = 40;
const LONGEST_REASON = 500;

/** Reads the words of the closing form: an incident number or a reason, never both and never nothing. */
export function closingOf(
  words: ClosingWords,
):
  | { readonly ok: true; readonly closing: { readonly incidentNumber: string } | { readonly reason: string } }
  | { readonly ok: false; readonly problems: readonly FormProblem[] } {
  if (words.how === 'incident') {
    const incidentNumber = words.incidentNumber;
    if (incidentNumber === '')
      return problem('incident-number', 'Enter the incident number the control room gave');
    if (incidentNumber.length > LONGEST_INCIDENT) {
      return problem(
        'incident-number',
        `The incident number must be ${LONGEST_INCIDENT} characters or fewer`,
      );
    }
    return { ok: true, closing: { incidentNumber } };
  }
  if (words.how !== 'reason') return problem('how', 'Say how it ended: an incident number, or a reason');
  if (words.reason === '') return problem('reason', 'Write why there is no incident');
  if (words.reason.length > LONGEST_REASON) {
    return problem('reason', `The reason must be ${LONGEST_REASON} characters or fewer`);
  }
  return { ok: true, closing: { reason: words.reason } };
}

function problem(field: string, message: string) {
  return { ok: false, problems: [{ field, message }] } as const;
}

/** The form that closes a report that was taken. */
export function closeForm(
  visit: Omit<Visit<unknown>, 'value'>,
  report: DangerReport,
  typed: { readonly words: ClosingWords; readonly problems: readonly FormProblem[] } | null,
): Html {
  const words = typed?.words;
  return html`<form action="/danger/${report.id}/close" method="post" class="ho-form" novalidate>
    ${tokenField(visit)}<input type="hidden" name="version" value="${report.version}" />
    ${radios({
      name: 'how',
      fieldset: { legend: { text: 'How did it end?' } },
      errorMessage: problemAt(typed?.problems, 'how'),
      value: words?.how,
      items: [
        {
          value: 'incident',
          text: 'The control room has an incident',
          conditional: {
            html: input({
              name: 'incidentNumber',
              id: 'incident-number',
              label: { text: 'Incident number' },
              value: words?.incidentNumber,
              autocomplete: 'off',
              spellcheck: false,
              classes: 'govuk-input--width-20',
              errorMessage: problemAt(typed?.problems, 'incident-number'),
            }),
          },
        },
        {
          value: 'reason',
          text: 'No incident is needed',
          conditional: {
            html: input({
              name: 'reason',
              id: 'reason',
              label: { text: 'Why not, in a sentence' },
              value: words?.reason,
              autocomplete: 'off',
              errorMessage: problemAt(typed?.problems, 'reason'),
            }),
          },
        },
      ],
    })}
    ${button({ text: 'Close this report', preventDoubleClick: true })}
  </form>`;
}
