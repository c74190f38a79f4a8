import { html, type Html } from '#web/ui/index.ts';
import { POLICY_NAME, type ToCheck, VERIFIER_PAGE_NAME, VERIFIER_PROGRAM_NAME } from '../checking/route.ts';
import { textBody, type PageDetails } from '../page.ts';
import { spokenDays } from '../spoken-time.ts';

const parts = (sections: readonly (readonly [heading: string, ...paragraphs: (string | Html)[]])[]): Html =>
  html`${sections.map(
    ([heading, ...paragraphs]) =>
      html`<h2 class="govuk-heading-m">${heading}</h2>
        ${paragraphs.map(paragraph => html`<div class="govuk-body">${paragraph}</div> `)}`,
  )}`;

/** What is known about you, why, and for how long. Each force adds its own details before real use. */
export function privacyPage(forceName: string, draftDays: number): PageDetails {
  return {
    title: 'Privacy',
    backLink: '/',
    body: html`${textBody('Privacy', [`${forceName} decides how what you give here is used.`])}
    ${parts([
      [
        'What we keep',
        'What you write and add, when it arrived, and how you said it is safe to contact you. No account, no password.',
        'We do not keep your internet address. It is used, scrambled, for up to an hour to stop floods. If many danger reports come from one connection, they are marked as belonging together. The next day nobody can tell any more which connection that was.',
      ],
      [
        'While you fill in the form',
        'Your answers are locked with a key that only your browser has. We cannot read them, apart from what you say about danger. That goes to the police desk at once.',
        `If you do not hand in, we remove your answers and files ${spokenDays(draftDays, 'en')} after your last answer. What you said about danger stays with the police desk.`,
        'The key is a cookie. It goes when you close the browser. There are no other cookies, and nothing follows you.',
      ],
      [
        'Who sees it',
        'Police officers whose work it is. If there is a court case: the prosecution, the court, and the person accused and their lawyer.',
        'If a child needs protecting, other services such as children’s social care.',
      ],
      [
        'Why we may',
        'The police use it to prevent and investigate crime and to protect children. The law for that is Part 3 of the Data Protection Act 2018.',
      ],
      [
        'Your rights',
        'You can ask for what we hold about you, and for mistakes to be put right. Call 101. You can complain to the Information Commissioner, the office that looks after these rights.',
      ],
    ])}`,
  };
}

export const ACCESSIBILITY_PAGE: PageDetails = {
  title: 'Accessibility',
  backLink: '/',
  body: html`${textBody('Accessibility', [
    'We want everyone to be able to use these pages: with a keyboard, a screen reader, large text, or without scripts.',
  ])}
  ${parts([
    [
      'What works',
      'Every page works with a keyboard alone and without JavaScript. You can make the text four times as large. Colours can be changed in your browser.',
      'Our tests check each page against the rules of WCAG 2.2, level AA, that a machine can check. People with disabilities have not tried it yet.',
    ],
    [
      'What does not work yet',
      'There is no Welsh and no sign language. A packed chat (.zip) can only be added with JavaScript.',
      'While we lock what you sent and make the PDF of the receipt, the receipt page loads again by itself a few times.',
    ],
    ['If it does not work for you', 'Call 101, or go to a police station. You can bring somebody with you.'],
  ])}`,
};

/** How what is handed in is kept, and everything with which anybody checks that without asking us. */
export function keptSafePage({ closedLogs }: Pick<ToCheck, 'closedLogs'>): PageDetails {
  return {
    title: 'How evidence is kept safe',
    backLink: '/',
    body: html`${textBody('How evidence is kept safe', [
      'What you hand in is never changed. If anyone changed it later, that would show.',
    ])}
    ${parts([...HOW_IT_IS_KEPT, ['Check it yourself', ...HOW_TO_CHECK], ['The newest line', newestLine(closedLogs)]])}`,
  };
}

const HOW_IT_IS_KEPT = [
  [
    'On the way',
    'We look at every byte to see that it is text and nothing else. Then it is locked with a key that this website does not have. So the website cannot read it back.',
  ],
  [
    'Sealed',
    'Another computer unlocks a copy, compares it with what you sent, and takes its fingerprint: a long code that would change if one letter changed.',
    'The fingerprint goes into a list that can only grow. Its newest line is published, and others can keep copies of it. Nobody can see from the list what was handed in.',
  ],
  [
    'Your receipt',
    'The receipt shows that what you sent is in that list. Anyone can check it without asking us. The program for that is free and open.',
    'It does not show that the chat happened as written. That is for people to find out.',
  ],
] as const;

const HOW_TO_CHECK = [
  'On a computer, save these two files. Open the first in your browser. Give it your receipt (the file that ends in .handover-receipt) and the second file. Nothing leaves your computer.',
  list([
    html`<a class="govuk-link" href="/${VERIFIER_PAGE_NAME}">The page that checks</a> (or
      <a class="govuk-link" href="/${VERIFIER_PROGRAM_NAME}">the same as a program</a> for Node.js)`,
    html`<a class="govuk-link" href="/${POLICY_NAME}">Our policy file</a>: it says which list is ours`,
  ]),
  'If you do not trust us, get the page from somebody you trust. The policy file must come from us.',
];

function newestLine(closedLogs: ToCheck['closedLogs']): Html {
  const closed = closedLogs.map(
    ({ name }) => html`<a class="govuk-link" href="/checkpoint/closed/${name}">The last line of ${name}</a>`,
  );
  return html`<a class="govuk-link" href="/checkpoint">See the published checkpoint</a> ${
      closed.length > 0 &&
      html`We had to begin a new list. For receipts from an older one, use its last line: ${list(closed)}`
    }`;
}

function list(lines: readonly Html[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
    ${lines.map(line => html`<li>${line}</li>`)}
  </ul>`;
}
