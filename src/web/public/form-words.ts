import { catalogue } from '#web/ui/language/index.ts';

/** What stands on the controls of several pages, and what is wrong with an answer in any of them. */
export const FORM_WORDS = catalogue(
  {
    continue: 'Continue',
    haveRead: 'I have read this. Continue',
    tooLong: (limit: string, length: string) => `Use ${limit} characters or fewer. You wrote ${length}`,
    notWords:
      'Take out the part that is a picture or file written as letters and numbers. Say in words what it is',
  },
  {
    continue: 'Parhau',
    haveRead: 'Rydw i wedi darllen hyn. Parhau',
    tooLong: (limit, length) => `Defnyddiwch ${limit} nod neu lai. Rydych wedi ysgrifennu ${length}`,
    notWords:
      'Tynnwch allan y rhan sy’n llun neu’n ffeil wedi’i hysgrifennu fel llythrennau a rhifau. Dywedwch mewn geiriau beth ydyw',
  },
);
