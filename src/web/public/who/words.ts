import { catalogue } from '#web/ui/language/index.ts';

/** Each kind of submitter in the words of the person; `said` is how "check your answers" repeats it. */
export const WHO_WORDS = catalogue(
  {
    title: 'Who are you?',
    hint: 'We do not ask for your name here.',
    choose: 'Choose who you are',
    continue: 'Continue',
    kinds: {
      child: { label: 'I am under 18', hint: 'You are not in trouble', said: 'Under 18' },
      'parent-or-carer': { label: 'A parent or carer', hint: '', said: 'A parent or carer' },
      'school-or-college': {
        label: 'A school or college',
        hint: 'For example, the safeguarding lead',
        said: 'A school or college',
      },
      platform: {
        label: 'A company that runs an app or website',
        hint: '',
        said: 'A company that runs an app or website',
      },
      'member-of-the-public': {
        label: 'A member of the public',
        hint: 'Someone who saw or was told something',
        said: 'A member of the public',
      },
      'activist-group-member': {
        label: 'Someone in a group that looks for people who groom children',
        hint: '',
        said: 'Someone in a group that looks for people who groom children',
      },
      'named-person-or-family': {
        label: 'I was named, filmed or confronted, or I am their family',
        hint: 'A different officer looks at what was done to you',
        said: 'Named, filmed or confronted, or their family',
      },
      'other-professional': {
        label: 'Another professional',
        hint: 'For example, a social worker, doctor or youth worker',
        said: 'Another professional',
      },
    },
  },
  {
    title: 'Pwy ydych chi?',
    hint: 'Nid ydym yn gofyn am eich enw yma.',
    choose: 'Dewiswch pwy ydych chi',
    continue: 'Parhau',
    kinds: {
      child: { label: 'Rydw i o dan 18 oed', hint: 'Nid ydych mewn trwbl', said: 'O dan 18 oed' },
      'parent-or-carer': { label: 'Rhiant neu ofalwr', hint: '', said: 'Rhiant neu ofalwr' },
      'school-or-college': {
        label: 'Ysgol neu goleg',
        hint: 'Er enghraifft, yr arweinydd diogelu',
        said: 'Ysgol neu goleg',
      },
      platform: {
        label: 'Cwmni sy’n rhedeg ap neu wefan',
        hint: '',
        said: 'Cwmni sy’n rhedeg ap neu wefan',
      },
      'member-of-the-public': {
        label: 'Aelod o’r cyhoedd',
        hint: 'Rhywun a welodd rywbeth, neu y dywedwyd rhywbeth wrtho',
        said: 'Aelod o’r cyhoedd',
      },
      'activist-group-member': {
        label: 'Rhywun mewn grŵp sy’n chwilio am bobl sy’n meithrin perthynas amhriodol â phlant',
        hint: '',
        said: 'Rhywun mewn grŵp sy’n chwilio am bobl sy’n meithrin perthynas amhriodol â phlant',
      },
      'named-person-or-family': {
        label: 'Cefais fy enwi, fy ffilmio neu fy herio, neu rwy’n aelod o’u teulu',
        hint: 'Mae swyddog gwahanol yn edrych ar yr hyn a wnaed i chi',
        said: 'Wedi’i enwi, ei ffilmio neu ei herio, neu eu teulu',
      },
      'other-professional': {
        label: 'Gweithiwr proffesiynol arall',
        hint: 'Er enghraifft, gweithiwr cymdeithasol, meddyg neu weithiwr ieuenctid',
        said: 'Gweithiwr proffesiynol arall',
      },
    },
  },
);
