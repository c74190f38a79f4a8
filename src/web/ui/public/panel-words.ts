import { catalogue } from '../language/index.ts';

/** What stands on panels by itself. */
export const PANEL_WORDS = catalogue(
  {
    yourReference: 'Your reference',
    reference: 'Reference',
    recordCode: 'Record code',
    recordCodeHeading: 'Record code: to write down by hand',
    done: 'Done:',
    notYet: 'Not yet:',
  },
  {
    yourReference: 'Eich cyfeirnod',
    reference: 'Cyfeirnod',
    recordCode: 'Cod cofnod',
    recordCodeHeading: 'Cod cofnod: i’w ysgrifennu â llaw',
    done: 'Wedi’i wneud:',
    notYet: 'Ddim eto:',
  },
);
