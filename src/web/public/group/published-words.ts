import { catalogue } from '#web/ui/language/index.ts';

export const PUBLISHED_WORDS = catalogue(
  {
    title: 'What was published?',
    task: 'What was published',
    before: [
      'List every post, stream and film by anyone, also those taken down. We keep links as text and never open them.',
      'Do not post anything new. Publishing can harm a child or stop a trial.',
    ],
    entry: (number: string) => `Publication ${number}`,
    fields: {
      link: { label: 'Link', hint: '', row: 'Link' },
      when: { label: 'When was it published?', hint: 'Day and time, if you know', row: 'When' },
      what: {
        label: 'What is it, and who published it?',
        hint: 'For example, a live stream of a confrontation',
        row: 'What, and by whom',
      },
    },
  },
  {
    title: 'Beth gafodd ei gyhoeddi?',
    task: 'Beth gafodd ei gyhoeddi',
    before: [
      'Rhestrwch bob post, ffrwd a ffilm gan unrhyw un, hefyd y rhai a dynnwyd i lawr. Rydym yn cadw dolenni fel testun ac nid ydym byth yn eu hagor.',
      'Peidiwch â phostio dim byd newydd. Gall cyhoeddi niweidio plentyn neu atal achos llys.',
    ],
    entry: (number: string) => `Cyhoeddiad ${number}`,
    fields: {
      link: { label: 'Dolen', hint: '', row: 'Dolen' },
      when: {
        label: 'Pryd y cafodd ei gyhoeddi?',
        hint: 'Diwrnod ac amser, os ydych yn gwybod',
        row: 'Pryd',
      },
      what: {
        label: 'Beth ydyw, a phwy a’i cyhoeddodd?',
        hint: 'Er enghraifft, ffrwd fyw o wrthdaro',
        row: 'Beth, a chan bwy',
      },
    },
  },
);
