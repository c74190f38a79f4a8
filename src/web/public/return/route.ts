import type { FastifyReply } from 'fastify';
import { boxSecrets, parseReturnCode } from '#domain/intake/index.ts';
import { html, NOTHING, type Html } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { FormFields } from '../form-fields.ts';
import { sendPage } from '../page.ts';
import type { PublicParts } from '../parts.ts';
import type { Exchange, Pages } from '../question.ts';
import { admitProvenance } from '../visits.ts';
import { openBox, type OpenedBox } from '../receipt/opened-box.ts';
import { sendDocument, sendReceipt } from '../receipt/route.ts';
import { receiptPage } from '../receipt/view.ts';
import { returnPage } from './view.ts';

/** Somebody who reads their code from paper tries a few times; a code has 120 bits, so more tries would not help a guesser. */
const LIMIT = { config: { rateLimit: { max: 10, timeWindow: 60_000 } } };

/** Coming back with reference and return code. Nothing is kept for it, in the browser or here. */
export function returnRoutes(pages: Pages): void {
  const { app, board } = pages;
  app.get('/return', (_request, reply) =>
    sendPage(reply, board, returnPage({ reference: '', isUnknown: false })),
  );
  app.post('/return', LIMIT, (request, reply) => show(pages, { request, reply }));
  app.post('/return/receipt', LIMIT, (request, reply) => download(pages, { request, reply }));
  app.post('/return/pdf', LIMIT, (request, reply) => downloadDocument(pages, { request, reply }));
}

type Given = { readonly reference: string; readonly code: string };

function readGiven({ request }: Exchange, parts: PublicParts): Given {
  // Nobody is signed in here, so a form token would protect nothing; a foreign page is refused all the same.
  admitProvenance(parts, request);
  const form = FormFields.of(request);
  return { reference: form.text('reference').slice(0, 100), code: form.text('code').slice(0, 200) };
}

/** The box of a reference and code that belong together; null for anything else, told apart by nothing. */
async function findBox({ parts }: Pages, { reference, code }: Given): Promise<OpenedBox | null> {
  const bytes = parseReturnCode(code);
  const box = await openBox(parts, boxSecrets(bytes ?? new Uint8Array(15)));
  const isRight = bytes !== null && box !== null && plain(box.reference) === plain(reference);
  return isRight ? box : null;
}

function plain(reference: string): string {
  return reference.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
}

async function show(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const given = readGiven(exchange, pages.parts);
  const box = await findBox(pages, given);
  if (box === null)
    return sendPage(exchange.reply, pages.board, returnPage({ reference: given.reference, isUnknown: true }));
  const page = receiptPage({
    box,
    returnCode: null,
    saved: NOTHING,
    download: box.receipt === null ? NOTHING : again('/return/receipt', given, 'Save the receipt'),
    document: box.document === null ? NOTHING : again('/return/pdf', given, 'Save the receipt as PDF'),
    lookAgain: again('/return', given, 'Look again now'),
    leave: NOTHING,
  });
  return sendPage(exchange.reply, pages.board, page);
}

function again(action: string, { reference, code }: Given, text: string): Html {
  return html`<form method="post" action="${action}">
    <input type="hidden" name="reference" value="${reference}" />
    <input type="hidden" name="code" value="${code}" />
    ${button({ text, classes: 'govuk-button--secondary' })}
  </form>`;
}

async function download(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const given = readGiven(exchange, pages.parts);
  const box = await findBox(pages, given);
  if (box === null || box.receipt === null)
    return sendPage(exchange.reply, pages.board, returnPage({ reference: given.reference, isUnknown: true }));
  return sendReceipt(exchange.reply, box, box.receipt);
}

async function downloadDocument(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const given = readGiven(exchange, pages.parts);
  const box = await findBox(pages, given);
  if (box === null || box.document === null)
    return sendPage(exchange.reply, pages.board, returnPage({ reference: given.reference, isUnknown: true }));
  return sendDocument(exchange.reply, box, box.document);
}
