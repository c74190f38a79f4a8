import { catalogue } from '#web/ui/language/index.ts';

/** The links at the foot of every public page. */
export const FOOTER_WORDS = catalogue(
  {
    comeBack: 'Come back to a hand-in',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    keptSafe: 'How evidence is kept safe',
  },
  {
    comeBack: 'Dod yn ôl at yr hyn a roesoch',
    privacy: 'Preifatrwydd',
    accessibility: 'Hygyrchedd',
    keptSafe: 'Sut y cedwir tystiolaeth yn ddiogel',
  },
);
