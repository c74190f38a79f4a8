import { askQuestion, type Pages } from '../question.ts';
import { type ContactAnswers, contactOf, notSent, readContact } from './form.ts';
import { contactPage } from './view.ts';

/** Who else sees this phone, and whether and how it is safe to reach the visitor. The default is not at all. */
export function contactRoutes(pages: Pages): void {
  askQuestion<ContactAnswers>(pages, {
    path: '/contact',
    read: readContact,
    stored: ({ contact }) => ({ ...contact, leftOut: notSent(contact) }),
    keep: (draft, answers) => ({ ...draft, contact: contactOf(answers), contactAnswered: true }),
    view: contactPage,
  });
}
