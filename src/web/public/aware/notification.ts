import { awareIn } from '#domain/intake/index.ts';
import { html, type Html, NOTHING } from '#web/ui/index.ts';
import { summaryList } from '#web/ui/govuk/index.ts';
import { catalogue, type Language } from '#web/ui/language/index.ts';
import type { OpenedBox } from '../receipt/opened-box.ts';
import { spokenMoment } from '../spoken-time.ts';
import { spokenAwareness } from './spoken.ts';

const NOTIFICATION_WORDS = catalogue(
  {
    title: 'Your notification to the police',
    aware: 'You became aware, as you told us',
    told: 'You told us',
    reference: 'Reference',
    inReceipt: 'Both times stand in your receipt. Print this page or keep the receipt for your record.',
  },
  {
    title: 'Eich hysbysiad i’r heddlu',
    aware: 'Daethoch yn ymwybodol, fel y dywedoch wrthym',
    told: 'Dywedoch wrthym',
    reference: 'Cyfeirnod',
    inReceipt:
      'Mae’r ddau amser yn eich derbynneb. Argraffwch y dudalen hon neu cadwch y dderbynneb ar gyfer eich cofnod.',
  },
);

/**
 * For somebody with a duty to tell the police: when they became aware, beside when they told us. Both are taken from the
 * sealed receipt, so that they are what it proves; nothing where no such time was given, or before sealing.
 */
export function notificationBlock(
  { items, reference, receivedAt }: Pick<OpenedBox, 'items' | 'reference' | 'receivedAt'>,
  language: Language,
): Html {
  const aware = items.map(({ name }) => awareIn(name)).find(found => found !== null);
  if (aware === undefined) return NOTHING;
  const words = NOTIFICATION_WORDS.in(language);
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return html`<section id="notification">
    <h2 class="govuk-heading-m">${words.title}</h2>
    ${summaryList({
      rows: [
        row(words.aware, spokenAwareness(aware, language)),
        row(words.told, spokenMoment(receivedAt, language)),
        row(words.reference, reference),
      ],
    })}
    <p class="govuk-body">${words.inReceipt}</p>
  </section>`;
}
