import { catalogue } from '#web/ui/language/index.ts';

/** Words that the questions of the journey share. */
export const JOURNEY_WORDS = catalogue(
  {
    continue: 'Continue',
    readOn: 'I have read this. Continue',
    yes: 'Yes',
    no: 'No',
    unsure: 'I do not know',
    leave: 'You can leave anything empty.',
    another: 'Add another',
    tasks: 'See what is done and what is left',
    leaveRest: 'Leave the rest and check your answers',
  },
  {
    continue: 'Parhau',
    readOn: 'Rydw i wedi darllen hwn. Parhau',
    yes: 'Ie',
    no: 'Na',
    unsure: 'Dydw i ddim yn gwybod',
    leave: 'Gallwch adael unrhyw beth yn wag.',
    another: 'Ychwanegu un arall',
    tasks: 'Gweld beth sydd wedi’i wneud a beth sydd ar ôl',
    leaveRest: 'Gadael y gweddill a gwirio eich atebion',
  },
);
