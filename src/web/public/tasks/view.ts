import type { Draft } from '#domain/intake/index.ts';
import { html, type Html } from '#web/ui/index.ts';
import { taskList, type TaskListItem } from '#web/ui/govuk/index.ts';
import type { Language } from '#web/ui/language/index.ts';
import { TOPIC_PAGES } from '../asking/topic-pages.ts';
import { firstUnanswered, neededBefore, PATHS, type Step, stepsOf } from '../journey.ts';
import type { PageDetails } from '../page.ts';
import { TASKS_WORDS } from './words.ts';

/** What is done, what is left, and what may be left. Nothing here is a page of another branch. */
export function tasksPage(draft: Draft, language: Language): PageDetails {
  const words = TASKS_WORDS.in(language);
  const steps = stepsOf(draft);
  const list = (heading: string, part: readonly Step[]): Html =>
    html`<h2 class="govuk-heading-m">${heading}</h2>
      ${taskList({ idPrefix: idOf(part), items: part.map(step => item(step, draft, language)) })}`;
  const check = steps.filter(({ path }) => path === '/check');
  const known = steps.filter(step => !step.isGate && step.path !== '/check');
  return {
    title: words.title,
    backLink: firstUnanswered(draft),
    body: html`<h1 class="govuk-heading-l">${words.title}</h1>
      <p class="govuk-body">${words.lead}</p>
      ${list(
        words.first,
        steps.filter(({ isGate }) => isGate),
      )}
      ${known.length > 0 && list(words.known, known)} ${list(words.last, check)}`,
  };
}

function idOf([first]: readonly Step[]): string {
  return `tasks-${(first?.path ?? '').slice(1) || 'start'}`;
}

function item(step: Step, draft: Draft, language: Language): TaskListItem {
  const words = TASKS_WORDS.in(language);
  const title = { text: titleOf(step.path, language) };
  if (neededBefore(step.path, draft) !== null)
    return { title, status: { text: words.cannotYet, classes: 'govuk-task-list__status--cannot-start-yet' } };
  if (step.isAnswered(draft)) return { title, href: step.path, status: { text: words.done } };
  return { title, href: step.path, status: { tag: { text: words.notYet, classes: 'govuk-tag--blue' } } };
}

function titleOf(path: string, language: Language): string {
  const { gates, chat, keep, check } = TASKS_WORDS.in(language);
  const named: Readonly<Record<string, string>> = {
    ...gates,
    '/chat': chat,
    '/keep-the-phone': keep,
    '/check': check,
  };
  const page = Object.values(TOPIC_PAGES).find(({ topic }) => PATHS[topic] === path);
  return named[path] ?? page?.task(language) ?? '';
}
