import { catalogue } from '#web/ui/language/index.ts';

/** The links at the foot of every public page. */
export const FOOTER_WORDS = catalogue(
  {
    comeBack: 'Come back to a hand-in',
    helplines: 'Talk to someone',
    privacy: 'Privacy',
    cookies: 'Cookies',
    complaints: 'Complaints',
    accessibility: 'Accessibility',
    keptSafe: 'How evidence is kept safe',
  },
  {
    comeBack: 'Dod yn ôl at yr hyn a roesoch',
    helplines: 'Siarad â rhywun',
    privacy: 'Preifatrwydd',
    cookies: 'Cwcis',
    complaints: 'Cwynion',
    accessibility: 'Hygyrchedd',
    keptSafe: 'Sut y cedwir tystiolaeth yn ddiogel',
  },
);
