import { catalogue } from '#web/ui/language/index.ts';

export const HAPPENED_WORDS = catalogue(
  {
    title: 'What happened?',
    task: 'What happened',
    hint: 'In your own words. Short is fine. You do not have to describe anything sexual.',
    child:
      'You are not in trouble. A few words are enough. On the last page you can add messages from an app, if you want to.',
  },
  {
    title: 'Beth ddigwyddodd?',
    task: 'Beth ddigwyddodd',
    hint: 'Yn eich geiriau eich hun. Mae’n iawn i fod yn fyr. Nid oes rhaid i chi ddisgrifio dim rhywiol.',
    child:
      'Nid ydych mewn trwbl. Mae ychydig eiriau’n ddigon. Ar y dudalen olaf gallwch ychwanegu negeseuon o ap, os dymunwch.',
  },
);
