import { may } from '#domain/accounts/index.ts';
import { STAGES } from '#domain/desk/index.ts';
import type { NamedOfficer } from '#domain/desk/index.ts';
import { button, select } from '#web/ui/govuk/index.ts';
import { html } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { tokenField } from '../visit.ts';
import { STAGE_WORDS } from '../words.ts';
import type { SubmissionVisit } from './submission-page.ts';

/** What this officer may change: the stage, and who has it. Each form says what was seen, so that the first wins. */
export function actsBlock(visit: SubmissionVisit, officers: readonly NamedOfficer[]): Html {
  const { reference, holder } = visit.value;
  const thing = { kind: 'submission', id: reference, holder: holder?.id ?? null } as const;
  const { officer } = visit.session;
  return html`<section class="ho-side">
    <h2>Stage and allocation</h2>
    ${may(officer, 'move-stage', thing).allowed && stageForm(visit)}
    ${may(officer, 'allocate', thing).allowed && allocateForm(visit, officers)}
  </section>`;
}

function stageForm(visit: SubmissionVisit): Html {
  const { reference, stage } = visit.value;
  return html`<form action="/submissions/${reference}/stage" method="post" class="ho-side-form">
    ${tokenField(visit)}<input type="hidden" name="from" value="${stage}" />
    ${select({
      name: 'stage',
      label: { text: 'Stage' },
      items: STAGES.map(value => ({ value, text: STAGE_WORDS[value], selected: value === stage })),
    })}
    ${button({ text: 'Change stage', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`;
}

function allocateForm(visit: SubmissionVisit, officers: readonly NamedOfficer[]): Html {
  const { reference, holder } = visit.value;
  return html`<form action="/submissions/${reference}/allocate" method="post" class="ho-side-form">
    ${tokenField(visit)}<input type="hidden" name="from" value="${holder?.id ?? ''}" />
    ${select({
      name: 'officer',
      label: { text: 'With' },
      items: [
        { value: '', text: 'Nobody yet', selected: holder === null },
        ...officers.map(({ id, title }) => ({ value: id, text: title, selected: id === holder?.id })),
      ],
    })}
    ${button({ text: 'Allocate', classes: 'govuk-button--secondary', preventDoubleClick: true })}
  </form>`;
}
