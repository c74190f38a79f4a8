import {
  type GivenQuestion,
  mayWriteFreely,
  OTHER_TEMPLATE,
  taskingFlags,
  templatesFor,
} from '#domain/engagement/index.ts';
import type { DeskItem, DeskSubmission } from '#domain/desk/index.ts';
import type { FormProblem } from '#web/ui/index.ts';

/** What was chosen and typed into the form of a question. */
export type QuestionWords = { readonly template: string; readonly item: string; readonly text: string };

/** Characters of free text: a question, not a letter. */
export const LONGEST_QUESTION = 500;

export type QuestionForm =
  | { readonly ok: true; readonly given: GivenQuestion }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** Reads the form of a question. What may not be asked of this submitter is not taken, whatever was posted. */
export function questionForm(
  { template: id, item, text }: QuestionWords,
  { submitterType }: Pick<DeskSubmission, 'submitterType'>,
  items: readonly DeskItem[],
): QuestionForm {
  if (id === OTHER_TEMPLATE && mayWriteFreely(submitterType)) return freeText(text);
  const template = templatesFor(submitterType).find(each => each.id === id);
  if (template === undefined) return refuse('template', 'Choose what to ask');
  if (!template.isAboutItem) return taken(template.id, template.version, template.text.en, null);
  const about = items.find(each => each.id === item);
  if (about === undefined) return refuse('item', 'Choose the item it is about');
  return taken(template.id, template.version, template.text.en, about.id);
}

function taken(template: string, version: number, text: string, item: string | null): QuestionForm {
  return { ok: true, given: { template, version, text, item, flags: null } };
}

function freeText(text: string): QuestionForm {
  if (text === '') return refuse('text', 'Write the question');
  if (text.length > LONGEST_QUESTION)
    return refuse('text', `This must be ${LONGEST_QUESTION} characters or fewer`);
  return {
    ok: true,
    given: { template: OTHER_TEMPLATE, version: 1, text, item: null, flags: taskingFlags(text) },
  };
}

function refuse(field: string, message: string): QuestionForm {
  return { ok: false, problems: [{ field, message }] };
}
