import { catalogue } from '#web/ui/language/index.ts';

/** What is kept, by whom and for how long. Each force adds its own details before real use. */
export const PRIVACY = catalogue(
  {
    privacy: {
      title: 'Privacy',
      lead: (force: string) => `${force} decides how what you give here is used.`,
      forChildren: 'Privacy, for children and young people',
      sections: (days: string) => [
        {
          heading: 'What we keep',
          text: [
            'What you write and add, when it arrived, and how you said it is safe to contact you. No account, no password.',
            'We do not keep your internet address. It is used, scrambled, for up to an hour to stop floods. If many danger reports come from one connection, they are marked as belonging together. The next day nobody can tell any more which connection that was.',
          ],
        },
        {
          heading: 'While you fill in the form',
          text: [
            'Your answers are locked with a key that only your browser has. We cannot read them, apart from what you say about danger. That goes to the police desk at once.',
            `If you do not hand in, we remove your answers and files ${days} after your last answer. What you said about danger stays with the police desk.`,
          ],
        },
        {
          heading: 'Who sees it',
          text: [
            'Police officers whose work it is. If there is a court case: the prosecution, the court, and the person accused and their lawyer.',
            'If a child needs protecting, other services such as children’s social care.',
          ],
        },
        {
          heading: 'Why we may',
          text: [
            'The police use it to prevent and investigate crime and to protect children. The law for that is Part 3 of the Data Protection Act 2018.',
          ],
        },
        {
          heading: 'Your rights',
          text: [
            'You can ask for what we hold about you, and for mistakes to be put right. Call 101. You can complain to the Information Commissioner, the office that looks after these rights.',
          ],
        },
      ],
    },
    childPrivacy: {
      title: 'Privacy, for children and young people',
      lead: 'You are not in trouble. This page says what happens with what you tell us.',
      sections: [
        {
          heading: 'What we keep',
          text: ['What you write here, and any chat you add. You do not have to give your name.'],
        },
        {
          heading: 'Who reads it',
          text: [
            'Police officers who help children. If it goes to court, a judge, the lawyers and the person it is about may read it too.',
            'If you need to be kept safe, we may tell other people whose job that is, such as a social worker.',
          ],
        },
        {
          heading: 'On this phone or computer',
          text: [
            'Your answers go when you close the browser. Somebody who uses it after you cannot see them.',
            'The button “Exit this page” takes you to the weather at once.',
          ],
        },
        {
          heading: 'If you change your mind',
          text: [
            'Before you hand in you can clear everything. If you told us that somebody is in danger, we keep that, so that we can help.',
            'You can ask us what we keep about you. An adult you trust can help you to ask. Call 101.',
          ],
        },
      ],
    },
    cookies: {
      title: 'Cookies',
      lead: 'We use as few as we can. None of them follows you.',
      sections: [
        {
          heading: 'What your browser keeps for us',
          text: [
            'A key, so that your answers open in your browser and nowhere else. When you come back to a hand-in, another key for half an hour.',
            'The language you chose.',
            'All of them go when you close the browser, or when you clear your answers.',
          ],
        },
        {
          heading: 'What we do not use',
          text: [
            'No cookies of other companies. Nothing counts you, and nothing remembers you on other websites.',
          ],
        },
      ],
    },
  },
  {
    privacy: {
      title: 'Preifatrwydd',
      lead: (force: string) => `${force} sy’n penderfynu sut y defnyddir yr hyn a roddwch yma.`,
      forChildren: 'Preifatrwydd, i blant a phobl ifanc',
      sections: (days: string) => [
        {
          heading: 'Beth rydym yn ei gadw',
          text: [
            'Yr hyn rydych yn ei ysgrifennu a’i ychwanegu, pryd y cyrhaeddodd, a sut y dywedoch ei bod yn ddiogel cysylltu â chi. Dim cyfrif, dim cyfrinair.',
            'Nid ydym yn cadw eich cyfeiriad rhyngrwyd. Fe’i defnyddir, wedi’i sgramblo, am hyd at awr i atal llifogydd. Os daw llawer o adroddiadau am berygl o un cysylltiad, fe’u nodir fel rhai sy’n perthyn i’w gilydd. Y diwrnod wedyn ni all neb ddweud mwyach pa gysylltiad ydoedd.',
          ],
        },
        {
          heading: 'Wrth i chi lenwi’r ffurflen',
          text: [
            'Mae eich atebion wedi’u cloi ag allwedd sydd gan eich porwr chi yn unig. Ni allwn eu darllen, heblaw am yr hyn a ddywedwch am berygl. Mae hynny’n mynd at ddesg yr heddlu ar unwaith.',
            `Os na fyddwch yn cyflwyno, byddwn yn dileu eich atebion a’ch ffeiliau ${days} ar ôl eich ateb olaf. Mae’r hyn a ddywedoch am berygl yn aros gyda desg yr heddlu.`,
          ],
        },
        {
          heading: 'Pwy sy’n ei weld',
          text: [
            'Swyddogion heddlu y mae’n rhan o’u gwaith. Os bydd achos llys: yr erlyniad, y llys, a’r sawl a gyhuddir a’i gyfreithiwr.',
            'Os oes angen amddiffyn plentyn, gwasanaethau eraill fel gofal cymdeithasol plant.',
          ],
        },
        {
          heading: 'Pam y cawn ei ddefnyddio',
          text: [
            'Mae’r heddlu yn ei ddefnyddio i atal ac ymchwilio i droseddau ac i amddiffyn plant. Y gyfraith ar gyfer hynny yw Rhan 3 o Ddeddf Diogelu Data 2018.',
          ],
        },
        {
          heading: 'Eich hawliau',
          text: [
            'Gallwch ofyn am yr hyn rydym yn ei gadw amdanoch, ac i gamgymeriadau gael eu cywiro. Ffoniwch 101. Gallwch gwyno i’r Comisiynydd Gwybodaeth, y swyddfa sy’n gofalu am yr hawliau hyn.',
          ],
        },
      ],
    },
    childPrivacy: {
      title: 'Preifatrwydd, i blant a phobl ifanc',
      lead: 'Nid ydych mewn trwbl. Mae’r dudalen hon yn dweud beth sy’n digwydd i’r hyn a ddywedwch wrthym.',
      sections: [
        {
          heading: 'Beth rydym yn ei gadw',
          text: [
            'Yr hyn rydych yn ei ysgrifennu yma, ac unrhyw sgwrs rydych yn ei hychwanegu. Nid oes rhaid i chi roi eich enw.',
          ],
        },
        {
          heading: 'Pwy sy’n ei ddarllen',
          text: [
            'Swyddogion heddlu sy’n helpu plant. Os aiff i’r llys, gall barnwr, y cyfreithwyr a’r person y mae’n sôn amdano ei ddarllen hefyd.',
            'Os oes angen eich cadw’n ddiogel, efallai y byddwn yn dweud wrth bobl eraill y mae hynny’n waith iddynt, fel gweithiwr cymdeithasol.',
          ],
        },
        {
          heading: 'Ar y ffôn neu’r cyfrifiadur hwn',
          text: [
            'Mae eich atebion yn diflannu pan fyddwch yn cau’r porwr. Ni all rhywun sy’n ei ddefnyddio ar eich ôl eu gweld.',
            'Mae’r botwm “Gadael y dudalen hon” yn mynd â chi at y tywydd ar unwaith.',
          ],
        },
        {
          heading: 'Os byddwch yn newid eich meddwl',
          text: [
            'Cyn i chi gyflwyno gallwch glirio popeth. Os dywedoch wrthym fod rhywun mewn perygl, byddwn yn cadw hynny, er mwyn i ni allu helpu.',
            'Gallwch ofyn i ni beth rydym yn ei gadw amdanoch. Gall oedolyn rydych yn ymddiried ynddo eich helpu i ofyn. Ffoniwch 101.',
          ],
        },
      ],
    },
    cookies: {
      title: 'Cwcis',
      lead: 'Rydym yn defnyddio cyn lleied ag y gallwn. Nid oes yr un ohonynt yn eich dilyn.',
      sections: [
        {
          heading: 'Beth mae eich porwr yn ei gadw i ni',
          text: [
            'Allwedd, fel bod eich atebion yn agor yn eich porwr chi ac yn unman arall. Pan ddewch yn ôl at yr hyn a roesoch, allwedd arall am hanner awr.',
            'Yr iaith a ddewisoch.',
            'Mae pob un yn mynd pan fyddwch yn cau’r porwr, neu’n clirio eich atebion.',
          ],
        },
        {
          heading: 'Beth nad ydym yn ei ddefnyddio',
          text: [
            'Dim cwcis cwmnïau eraill. Nid oes dim yn eich cyfrif, ac nid oes dim yn eich cofio ar wefannau eraill.',
          ],
        },
      ],
    },
  },
);
