import { catalogue } from '#web/ui/language/index.ts';

/** What is said of an answer that cannot be taken as it is, on any form. */
export const FORM_WORDS = catalogue(
  {
    tooLong: (limit: string, written: string) => `Use ${limit} characters or fewer. You wrote ${written}`,
    notWords:
      'Take out the part that is a picture or file written as letters and numbers. Say in words what it is',
  },
  {
    tooLong: (limit: string, written: string) =>
      `Defnyddiwch ${limit} o nodau neu lai. Ysgrifennoch ${written}`,
    notWords:
      'Tynnwch y rhan sy’n llun neu’n ffeil wedi’i hysgrifennu fel llythrennau a rhifau. Dywedwch mewn geiriau beth ydyw',
  },
);
