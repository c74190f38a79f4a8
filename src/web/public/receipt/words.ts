import { html } from '#web/ui/index.ts';
import { catalogue } from '#web/ui/language/index.ts';

/** The receipt page. What a receipt proves is said in the words of the receipt file: the same for everybody, whatever they sent. */
export const RECEIPT_WORDS = catalogue(
  {
    title: 'We have what you handed in',
    next: 'What happens next',
    nextSteps: [
      {
        heading: 'An officer reads it',
        text: 'A person reads what is handed in, not a computer. It may take some time.',
      },
      {
        heading: 'We may need to ask you something',
        text: 'Only if you said that we may, and only in the way you said.',
      },
      {
        heading: 'This page never tells the result',
        text: 'We never say here what we know about anyone. If you are the child or their parent, a named officer can tell you another way.',
      },
    ],
    untilThen: 'Until then, please',
    doNot: [
      'do not reply to the person, or pretend to be anyone',
      'do not meet, follow, film or confront anyone',
      'do not post about it or name anyone online. You can tell an adult you trust',
      'do not delete anything, reset or update the phone',
    ],
    do: ['keep the phone charged and switched on', 'call 999 if anyone is in danger'],
    talk: 'If this is hard, talk to someone',
    samaritans: 'Samaritans, for anyone:',
    childline: 'Childline, for under 19s:',
    free: 'Free, day or night.',
    code: 'Your return code',
    writeIt: 'Write it on paper now. We keep no copy, so we cannot send it again.',
    whatFor:
      'With the reference and this code you can come back on any phone or computer. Keep it where only you see it.',
    haveCode: 'I have saved the code',
    notYetSealed: 'Received, not yet sealed.',
    sealing:
      'We are locking what you sent, so that any later change would show. It takes a minute or so. It goes on if you leave this page. Then your receipt is here.',
    lookAgain: 'Look again now',
    yours: 'Your receipt',
    whatItIs: html`It is a small file that shows what we received and when. Anyone can check it without us.
      Keep it. <a class="govuk-link" href="/kept-safe">How evidence is kept safe</a>`,
    save: 'Save the receipt',
    savePdf: 'Save the receipt as PDF',
    pdf: 'The same to read and print. The file is the proof; the PDF is for people.',
    pdfInTheMaking:
      'A PDF to read and print is being made. It is for people; the file is the proof, so you do not need to wait.',
    recordCode:
      'If you cannot keep a file, write these down. The record code is not secret and opens nothing. With it, anyone can check later that the record of what you sent is still the same one.',
    received: 'What we received',
    sealed: (size: string) => `${size}, sealed`,
    proves: html`This page and your receipt prove only that we received what you sent, by the times on them.
      They do not prove that what you sent is true, or that anyone is suspected of anything.
      <strong>Do not post them: that may harm a child or a trial.</strong>`,
    shared: 'On a shared phone or computer? Save the code first.',
    clear: 'Clear this page and leave',
  },
  {
    title: 'Rydym wedi derbyn yr hyn a gyflwynwyd gennych',
    next: 'Beth sy’n digwydd nesaf',
    nextSteps: [
      {
        heading: 'Bydd swyddog yn ei ddarllen',
        text: 'Person sy’n darllen yr hyn a gyflwynir, nid cyfrifiadur. Gall gymryd peth amser.',
      },
      {
        heading: 'Efallai y bydd angen i ni ofyn rhywbeth i chi',
        text: 'Dim ond os dywedasoch y cawn, a dim ond yn y ffordd a ddywedasoch.',
      },
      {
        heading: 'Nid yw’r dudalen hon byth yn dweud y canlyniad',
        text: 'Nid ydym byth yn dweud yma beth rydym yn ei wybod am neb. Os chi yw’r plentyn neu ei riant, gall swyddog a enwir ddweud wrthych mewn ffordd arall.',
      },
    ],
    untilThen: 'Tan hynny, os gwelwch yn dda',
    doNot: [
      'peidiwch ag ateb y person, na chymryd arnoch eich bod yn neb arall',
      'peidiwch â chyfarfod, dilyn, ffilmio na herio neb',
      'peidiwch â phostio am hyn nac enwi neb ar-lein. Gallwch ddweud wrth oedolyn rydych yn ymddiried ynddo',
      'peidiwch â dileu unrhyw beth, ailosod na diweddaru’r ffôn',
    ],
    do: ['cadwch y ffôn wedi’i wefru ac ymlaen', 'ffoniwch 999 os oes rhywun mewn perygl'],
    talk: 'Os yw hyn yn anodd, siaradwch â rhywun',
    samaritans: 'Y Samariaid, i unrhyw un:',
    childline: 'Childline, i rai dan 19 oed:',
    free: 'Am ddim, ddydd neu nos.',
    code: 'Eich cod dychwelyd',
    writeIt: 'Ysgrifennwch ef ar bapur nawr. Nid ydym yn cadw copi, felly ni allwn ei anfon eto.',
    whatFor:
      'Gyda’r cyfeirnod a’r cod hwn gallwch ddod yn ôl ar unrhyw ffôn neu gyfrifiadur. Cadwch ef lle mai dim ond chi sy’n ei weld.',
    haveCode: 'Rydw i wedi cadw’r cod',
    notYetSealed: 'Wedi’i dderbyn, heb ei selio eto.',
    sealing:
      'Rydym yn cloi’r hyn a anfonwyd gennych, fel y byddai unrhyw newid diweddarach yn dangos. Mae’n cymryd tua munud. Bydd yn parhau os gadewch y dudalen hon. Wedyn bydd eich derbynneb yma.',
    lookAgain: 'Edrych eto nawr',
    yours: 'Eich derbynneb',
    whatItIs: html`Ffeil fach yw hi sy’n dangos beth a dderbyniwyd gennym a phryd. Gall unrhyw un ei gwirio
      heb ein help ni. Cadwch hi.
      <a class="govuk-link" href="/kept-safe">Sut y cedwir tystiolaeth yn ddiogel</a>`,
    save: 'Cadw’r dderbynneb',
    savePdf: 'Cadw’r dderbynneb fel PDF',
    pdf: 'Yr un peth i’w ddarllen a’i argraffu. Y ffeil yw’r prawf; i bobl y mae’r PDF.',
    pdfInTheMaking:
      'Mae PDF i’w ddarllen a’i argraffu yn cael ei wneud. I bobl y mae; y ffeil yw’r prawf, felly nid oes angen i chi aros.',
    recordCode:
      'Os na allwch gadw ffeil, ysgrifennwch y rhain. Nid yw’r cod cofnod yn gyfrinachol ac nid yw’n agor dim. Gydag ef, gall unrhyw un wirio’n ddiweddarach mai’r un cofnod yw’r cofnod o’r hyn a anfonwyd gennych o hyd.',
    received: 'Yr hyn a dderbyniwyd gennym',
    sealed: size => `${size}, wedi’i selio`,
    proves: html`Mae’r dudalen hon a’ch derbynneb yn profi dim ond ein bod wedi derbyn yr hyn a anfonwyd
      gennych, erbyn yr amseroedd sydd arnynt. Nid ydynt yn profi bod yr hyn a anfonwyd gennych yn wir, na bod
      neb dan amheuaeth o ddim.
      <strong>Peidiwch â’u postio: gallai hynny niweidio plentyn neu achos llys.</strong>`,
    shared: 'Ar ffôn neu gyfrifiadur a rennir? Cadwch y cod yn gyntaf.',
    clear: 'Clirio’r dudalen hon a gadael',
  },
);
