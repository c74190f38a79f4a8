import type { AccountAnswer } from '#domain/desk/index.ts';
import { isDangerKind, isSubmitterType } from '#domain/intake/index.ts';
import { attributes, html, isolated } from '#web/ui/index.ts';
import type { Html } from '#web/ui/index.ts';
import { keyValues } from '#web/ui/police/index.ts';
import { counted, DANGER_WORDS, sizeWords, SUBMITTER_WORDS } from '../words.ts';
import { accountLists, isOfList } from './account-lists.ts';
import { ACCOUNT_CHOICES, ACCOUNT_GROUPS, TOPICS_THAT_MAY_BE_ABSENT } from './account-questions.ts';

const LONGEST_FIELD = 60;

/** What the bytes of the account say of themselves; it is no answer of anybody. */
const NOT_ANSWERS = new Set(['format']);

/** The answers of the form under plain headings; the questions that were left open are folded, never left out. */
export function answerList(answers: readonly AccountAnswer[]): Html {
  const byField = withoutNotAsked(grouped(answers.filter(({ field }) => !isOfList(field))));
  const known = ACCOUNT_GROUPS.flatMap(({ questions }) => questions);
  const open = known.filter(([field]) => byField.has(field) && isEmpty(byField.get(field) ?? []));
  const others = [...byField.keys()].filter(
    field => !NOT_ANSWERS.has(field) && !known.some(([name]) => name === field),
  );
  const [first, ...rest] = ACCOUNT_GROUPS.map(group => groupBlock(group, byField));
  return html`${first} ${accountLists(answers)} ${rest}
  ${others.length > 0 && keyValues(others.map(field => ({ key: 'Another field', value: otherField(field, byField) })))}
  ${open.length > 0 && notAnswered(open.map(([, question]) => question))}`;
}

function groupBlock(
  { heading, questions }: (typeof ACCOUNT_GROUPS)[number],
  byField: ReadonlyMap<string, readonly string[]>,
): Html | false {
  const given = questions.filter(([field]) => byField.has(field) && !isEmpty(byField.get(field) ?? []));
  if (given.length === 0) return false;
  const rows = given.map(([field, question]) => ({
    key: question,
    value: answerOf(field, byField.get(field) ?? []),
  }));
  return html`<h4>${heading}</h4>
    ${keyValues(rows)}`;
}

function otherField(field: string, byField: ReadonlyMap<string, readonly string[]>): Html {
  return html`<b>${isolated(field.slice(0, LONGEST_FIELD))}</b>: ${answerOf(field, byField.get(field) ?? [])}`;
}

function notAnswered(questions: readonly string[]): Html {
  return html`<details class="ho-fold">
    <summary>${counted(questions.length, 'question')} not answered</summary>
    <ul class="ho-fold__list">
      ${questions.map(question => html`<li>${question}</li> `)}
    </ul>
  </details>`;
}

const NONE_CHOSEN = 'None. What, where, who, a safe number and whether to ring were not asked.';

/**
 * Leaves out what was not asked, so that it stands neither among the answers nor among those left open: with no box chosen
 * the danger page was not shown, and of telephone and e-mail only the chosen one is asked for.
 */
function withoutNotAsked(byField: Map<string, string[]>): Map<string, string[]> {
  const reach = byField.get('contact.reach')?.[0];
  const ways = ['phone', 'email'].filter(way => way !== reach).map(way => `contact.${way}`);
  const ofDanger = [...byField.keys()].filter(field => field.startsWith('danger.'));
  const isNoneChosen = ofDanger.length > 0 && ofDanger.every(field => isEmpty(byField.get(field) ?? []));
  const notAsked = [...(reach === undefined ? [] : ways), ...(isNoneChosen ? ofDanger : [])];
  const asked = [...byField].filter(
    ([field, texts]) =>
      !((notAsked.includes(field) || TOPICS_THAT_MAY_BE_ABSENT.has(field)) && isEmpty(texts)),
  );
  return new Map(isNoneChosen ? [...asked, ['danger.happening', [NONE_CHOSEN]]] : asked);
}

function isEmpty(texts: readonly string[]): boolean {
  return texts.every(text => text.trim() === '');
}

/** Answers by field; the members of a list (`danger.happening.0`, `.1`) belong to one question. */
function grouped(answers: readonly AccountAnswer[]): Map<string, string[]> {
  const byField = new Map<string, string[]>();
  for (const { field, text } of answers) {
    const name = field.replace(/\.\d+$/, '');
    byField.set(name, [...(byField.get(name) ?? []), text]);
  }
  return byField;
}

function answerOf(field: string, texts: readonly string[]): Html {
  if (isEmpty(texts)) return html`<em>Not answered</em>`;
  const words = texts.filter(text => text.trim() !== '').map(text => wordsOf(field, text));
  return html`<span class="ho-as-written"
    >${words.map((text, index) => html`${index > 0 && ', '}${isolated(text)}`)}</span
  >`;
}

function wordsOf(field: string, text: string): string {
  if (field === 'danger.happening' && isDangerKind(text)) return DANGER_WORDS[text];
  if (field === 'submitterType' && isSubmitterType(text)) return SUBMITTER_WORDS[text];
  return ACCOUNT_CHOICES[field]?.[text] ?? text;
}

/** Longer lists of fingerprints are folded. */
const SHOWN_UNFOLDED = 5;

/** Fingerprints of files that stayed with the submitter: `0.name`, `0.sizeBytes`, `0.sha256Hex` and so on. */
export function fingerprintTable(answers: readonly AccountAnswer[]): Html {
  const files = new Map<string, Record<string, string>>();
  for (const { field, text } of answers) {
    const [index, name] = field.split('.').slice(-2);
    if (index === undefined || name === undefined) continue;
    files.set(index, { ...files.get(index), [name]: text });
  }
  return html`<details class="ho-fold" ${attributes({ open: files.size <= SHOWN_UNFOLDED })}>
    <summary>${counted(files.size, 'file')} kept by the submitter</summary>
    <div class="ho-scroll" tabindex="0" role="region" aria-label="Fingerprints">
      <table class="ho-table">
        <thead>
          <tr>
            <th scope="col">File, kept by the submitter</th>
            <th scope="col">Size</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          ${[...files.values()].map(
            file =>
              html`<tr>
                <td>${isolated(file['name'] ?? '')}</td>
                <td><span class="ho-size">${sizeOf(file['sizeBytes'])}</span></td>
                <td><code class="ho-code ho-hash">${isolated(file['sha256Hex'] ?? '')}</code></td>
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function sizeOf(text: string | undefined): Html | string {
  return /^\d{1,15}$/.test(text ?? '') ? sizeWords(Number(text)) : isolated(text ?? '');
}
