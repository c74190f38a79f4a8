import { html, type Html } from '#web/ui/index.ts';
import { catalogue } from '#web/ui/language/index.ts';

/** A heading and what stands below it. */
export type Section = { readonly heading: string; readonly text: readonly (string | Html)[] };

/** Other short pages that explain. */
export const INFORMATION = catalogue(
  {
    complaints: {
      title: 'If you are not happy with us',
      lead: 'You can complain, and it will not count against you or your report.',
      sections: [
        {
          heading: 'About how the police treated you',
          text: [
            'Call 101 and say that you want to complain, or go to a police station. You can bring somebody with you.',
            'You can also complain to the Independent Office for Police Conduct. It is not part of the police.',
          ],
        },
        {
          heading: 'About how your information is used',
          text: ['You can complain to the Information Commissioner. That office is not part of the police.'],
        },
        {
          heading: 'If somebody is in danger',
          text: ['Do not complain first. Call 999 now.'],
        },
      ],
    },
    helplines: {
      title: 'Talk to someone',
      lead: 'These people listen. They do not work for the police, and you can call without giving your name.',
      sections: [
        {
          heading: 'Childline, if you are under 19',
          text: [
            html`<a class="govuk-link ho-number" href="tel:08001111">0800 1111</a>`,
            'Free, day or night.',
          ],
        },
        {
          heading: 'Samaritans, for anyone',
          text: [html`<a class="govuk-link ho-number" href="tel:116123">116 123</a>`, 'Free, day or night.'],
        },
        {
          heading: 'NSPCC, if you are worried about a child',
          text: [html`<a class="govuk-link ho-number" href="tel:08088005000">0808 800 5000</a>`],
        },
        {
          heading: 'Report Remove, if a picture of you under 18 is online',
          text: [
            'Childline and the Internet Watch Foundation can have it taken down. Search for “Report Remove”. You are not in trouble.',
          ],
        },
      ],
    },
    accessibility: {
      title: 'Accessibility',
      lead: 'We want everyone to be able to use these pages: with a keyboard, a screen reader, large text, or without scripts.',
      sections: [
        {
          heading: 'What works',
          text: [
            'Every page works with a keyboard alone and without JavaScript. You can make the text four times as large. Colours can be changed in your browser.',
            'Our tests check each page against the rules of WCAG 2.2, level AA, that a machine can check. People with disabilities have not tried it yet.',
          ],
        },
        {
          heading: 'What does not work yet',
          text: [
            'There is no sign language. A packed chat (.zip) can only be added with JavaScript.',
            'While we lock what you sent and make the PDF of the receipt, the receipt page loads again by itself a few times.',
          ],
        },
        {
          heading: 'If it does not work for you',
          text: ['Call 101, or go to a police station. You can bring somebody with you.'],
        },
      ],
    },
    keptSafe: {
      title: 'How evidence is kept safe',
      lead: 'What you hand in is never changed. If anyone changed it later, that would show.',
      sections: [
        {
          heading: 'On the way',
          text: [
            'We look at every byte to see that it is text and nothing else. Then it is locked with a key that this website does not have. So the website cannot read it back.',
          ],
        },
        {
          heading: 'Sealed',
          text: [
            'Another computer unlocks a copy, compares it with what you sent, and takes its fingerprint: a long code that would change if one letter changed.',
            'The fingerprint goes into a list that can only grow. Its newest line is published, and others can keep copies of it. Nobody can see from the list what was handed in.',
          ],
        },
        {
          heading: 'Your receipt',
          text: [
            'The receipt shows that what you sent is in that list. Anyone can check it without asking us. The program for that is free and open.',
            'It does not show that the chat happened as written. That is for people to find out.',
          ],
        },
      ],
      check: 'Check it yourself',
      checkHow:
        'On a computer, save these two files. Open the first in your browser. Give it your receipt (the file that ends in .handover-receipt) and the second file. Nothing leaves your computer.',
      page: 'The page that checks',
      or: 'or',
      program: 'the same as a program',
      forNode: 'for Node.js',
      policy: 'Our policy file',
      policySays: 'it says which list is ours',
      trust:
        'If you do not trust us, get the page from somebody you trust. The policy file must come from us.',
      newest: 'The newest line',
      published: 'See the published checkpoint',
      begunAnew: 'We had to begin a new list. For receipts from an older one, use its last line:',
      lastLine: (name: string) => `The last line of ${name}`,
    },
  },
  {
    complaints: {
      title: 'Os nad ydych yn hapus gyda ni',
      lead: 'Gallwch gwyno, ac ni fydd yn cyfrif yn eich erbyn chi na’ch adroddiad.',
      sections: [
        {
          heading: 'Am y ffordd y gwnaeth yr heddlu eich trin',
          text: [
            'Ffoniwch 101 a dywedwch eich bod am gwyno, neu ewch i orsaf heddlu. Gallwch ddod â rhywun gyda chi.',
            'Gallwch hefyd gwyno i Swyddfa Annibynnol Ymddygiad yr Heddlu. Nid yw’n rhan o’r heddlu.',
          ],
        },
        {
          heading: 'Am y ffordd y defnyddir eich gwybodaeth',
          text: ['Gallwch gwyno i’r Comisiynydd Gwybodaeth. Nid yw’r swyddfa honno’n rhan o’r heddlu.'],
        },
        {
          heading: 'Os oes rhywun mewn perygl',
          text: ['Peidiwch â chwyno yn gyntaf. Ffoniwch 999 nawr.'],
        },
      ],
    },
    helplines: {
      title: 'Siarad â rhywun',
      lead: 'Mae’r bobl hyn yn gwrando. Nid ydynt yn gweithio i’r heddlu, a gallwch ffonio heb roi eich enw.',
      sections: [
        {
          heading: 'Childline, os ydych dan 19 oed',
          text: [
            html`<a class="govuk-link ho-number" href="tel:08001111">0800 1111</a>`,
            'Am ddim, ddydd neu nos.',
          ],
        },
        {
          heading: 'Y Samariaid, i unrhyw un',
          text: [
            html`<a class="govuk-link ho-number" href="tel:116123">116 123</a>`,
            'Am ddim, ddydd neu nos.',
          ],
        },
        {
          heading: 'NSPCC, os ydych yn poeni am blentyn',
          text: [html`<a class="govuk-link ho-number" href="tel:08088005000">0808 800 5000</a>`],
        },
        {
          heading: 'Report Remove, os oes llun ohonoch o dan 18 oed ar-lein',
          text: [
            'Gall Childline a’r Internet Watch Foundation gael gwared arno. Chwiliwch am “Report Remove”. Nid ydych mewn trwbl.',
          ],
        },
      ],
    },
    accessibility: {
      title: 'Hygyrchedd',
      lead: 'Rydym am i bawb allu defnyddio’r tudalennau hyn: gyda bysellfwrdd, darllenydd sgrin, testun mawr, neu heb sgriptiau.',
      sections: [
        {
          heading: 'Beth sy’n gweithio',
          text: [
            'Mae pob tudalen yn gweithio gyda bysellfwrdd yn unig a heb JavaScript. Gallwch wneud y testun bedair gwaith yn fwy. Gellir newid lliwiau yn eich porwr.',
            'Mae ein profion yn gwirio pob tudalen yn erbyn rheolau WCAG 2.2, lefel AA, y gall peiriant eu gwirio. Nid yw pobl ag anableddau wedi rhoi cynnig arni eto.',
          ],
        },
        {
          heading: 'Beth nad yw’n gweithio eto',
          text: [
            'Nid oes iaith arwyddion. Dim ond gyda JavaScript y gellir ychwanegu sgwrs wedi’i phacio (.zip).',
            'Tra byddwn yn cloi’r hyn a anfonoch ac yn gwneud PDF y dderbynneb, mae tudalen y dderbynneb yn llwytho eto ar ei phen ei hun ychydig o weithiau.',
          ],
        },
        {
          heading: 'Os nad yw’n gweithio i chi',
          text: ['Ffoniwch 101, neu ewch i orsaf heddlu. Gallwch ddod â rhywun gyda chi.'],
        },
      ],
    },
    keptSafe: {
      title: 'Sut y cedwir tystiolaeth yn ddiogel',
      lead: 'Nid yw’r hyn a roddwch byth yn cael ei newid. Pe bai rhywun yn ei newid yn ddiweddarach, byddai hynny’n dangos.',
      sections: [
        {
          heading: 'Ar y ffordd',
          text: [
            'Rydym yn edrych ar bob beit i weld mai testun ydyw a dim byd arall. Yna caiff ei gloi ag allwedd nad yw gan y wefan hon. Felly ni all y wefan ei ddarllen yn ôl.',
          ],
        },
        {
          heading: 'Wedi’i selio',
          text: [
            'Mae cyfrifiadur arall yn datgloi copi, yn ei gymharu â’r hyn a anfonoch, ac yn cymryd ei ôl bys: cod hir a fyddai’n newid pe bai un llythyren yn newid.',
            'Mae’r ôl bys yn mynd i restr na all ond tyfu. Cyhoeddir ei llinell ddiweddaraf, a gall eraill gadw copïau ohoni. Ni all neb weld o’r rhestr beth a roddwyd.',
          ],
        },
        {
          heading: 'Eich derbynneb',
          text: [
            'Mae’r dderbynneb yn dangos bod yr hyn a anfonoch yn y rhestr honno. Gall unrhyw un ei gwirio heb ofyn i ni. Mae’r rhaglen ar gyfer hynny am ddim ac yn agored.',
            'Nid yw’n dangos bod y sgwrs wedi digwydd fel y’i hysgrifennwyd. Pobl sydd i ddarganfod hynny.',
          ],
        },
      ],
      check: 'Gwiriwch eich hun',
      checkHow:
        'Ar gyfrifiadur, cadwch y ddwy ffeil hyn. Agorwch y gyntaf yn eich porwr. Rhowch eich derbynneb iddi (y ffeil sy’n gorffen â .handover-receipt) a’r ail ffeil. Nid oes dim yn gadael eich cyfrifiadur.',
      page: 'Y dudalen sy’n gwirio',
      or: 'neu',
      program: 'yr un peth fel rhaglen',
      forNode: 'ar gyfer Node.js',
      policy: 'Ein ffeil bolisi',
      policySays: 'mae’n dweud pa restr yw ein un ni',
      trust:
        'Os nad ydych yn ymddiried ynom, cewch y dudalen gan rywun rydych yn ymddiried ynddo. Rhaid i’r ffeil bolisi ddod gennym ni.',
      newest: 'Y llinell ddiweddaraf',
      published: 'Gweld y pwynt gwirio a gyhoeddwyd',
      begunAnew:
        'Bu’n rhaid i ni ddechrau rhestr newydd. Ar gyfer derbynebau o restr hŷn, defnyddiwch ei llinell olaf:',
      lastLine: (name: string) => `Llinell olaf ${name}`,
    },
  },
);
