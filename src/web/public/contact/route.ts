import type { SafeContact } from '#domain/intake/index.ts';
import { askQuestion, type Pages } from '../question.ts';
import { readContact } from './form.ts';
import { contactPage } from './view.ts';

/** Who else sees this phone, and whether and how it is safe to reach the visitor. The default is not at all. */
export function contactRoutes(pages: Pages): void {
  askQuestion<SafeContact>(pages, {
    path: '/contact',
    read: readContact,
    stored: ({ contact }) => contact,
    keep: (draft, contact) => ({ ...draft, contact, contactAnswered: true }),
    view: contactPage,
  });
}
