import { officerTitle, ROLE_WORDS } from '#domain/accounts/index.ts';
import type { Officer } from '#domain/accounts/index.ts';
import type { OfficerOnPage } from '#web/ui/index.ts';

/** The officer as the bar across the top shows them. */
export function officerOnPage(officer: Officer): OfficerOnPage {
  return { name: officerTitle(officer), role: ROLE_WORDS[officer.role] };
}
