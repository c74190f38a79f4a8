import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  forgetReturnCode,
  loadDraft,
  loadTicket,
  type Ticket,
  type VisitorSecrets,
} from '#domain/intake/index.ts';
import { html, NOTHING } from '#web/ui/index.ts';
import { button } from '#web/ui/govuk/index.ts';
import { FormFields } from '../form-fields.ts';
import { gonePage } from '../gone/view.ts';
import { firstUnanswered } from '../journey.ts';
import { languageOf } from '../language/language-of.ts';
import { pageForm, sendPage } from '../page.ts';
import type { Exchange, Pages } from '../question.ts';
import { admitPost, secretsOf, tokenIn } from '../visits.ts';
import { documentName, openBox, type OpenedBox, receiptName } from './opened-box.ts';
import { receiptPage } from './view.ts';
import { RECEIPT_WORDS } from './words.ts';

/** The page looks for the seal and the document by itself this often, in seconds; then it leaves that to the person. */
const LOOK_AGAIN_SECONDS = [3, 4, 5, 8, 10, 15, 30];

/** The receipt page of the browser that handed in. */
export function receiptRoutes(pages: Pages): void {
  const { app } = pages;
  app.get('/receipt', (request, reply) => show(pages, { request, reply }));
  app.get('/receipt/file', (request, reply) => download(pages, { request, reply }));
  app.get('/receipt/pdf', (request, reply) => downloadDocument(pages, { request, reply }));
  app.post('/receipt/saved', (request, reply) => saved(pages, { request, reply }));
}

type HandedIn = { readonly secrets: VisitorSecrets; readonly ticket: Ticket; readonly box: OpenedBox };

/** What this browser handed in, or null after another reply was sent. */
async function requireBox({ parts, board }: Pages, { request, reply }: Exchange): Promise<HandedIn | null> {
  const secrets = secretsOf(request);
  const ticket = secrets === null ? null : await loadTicket(parts, secrets.ticket);
  const box = ticket === null ? null : await openBox(parts, ticket);
  if (secrets !== null && ticket !== null && box !== null) return { secrets, ticket, box };
  const draft = secrets === null ? null : await loadDraft(parts, secrets.draft);
  if (draft !== null) void reply.redirect(firstUnanswered(draft), 303);
  else
    void sendPage(
      reply.code(410),
      board,
      gonePage({ words: '', isKept: false, language: languageOf(request) }),
    );
  return null;
}

async function show(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const handedIn = await requireBox(pages, exchange);
  if (handedIn === null) return exchange.reply;
  const { secrets, ticket, box } = handedIn;
  if (box.document === null) lookAgainLater(exchange);
  const language = languageOf(exchange.request);
  const words = RECEIPT_WORDS.in(language);
  const page = receiptPage({
    language,
    box,
    returnCode: ticket.returnCode,
    saved: pageForm({ action: '/receipt/saved', secrets }, button({ text: words.haveCode })),
    download:
      box.receipt === null
        ? NOTHING
        : button({ text: words.save, href: '/receipt/file', classes: 'govuk-button--secondary' }),
    document:
      box.document === null
        ? NOTHING
        : button({
            text: words.savePdf,
            href: '/receipt/pdf',
            classes: 'govuk-button--secondary',
          }),
    lookAgain: html`<p class="govuk-body"><a class="govuk-link" href="/receipt">${words.lookAgain}</a></p>`,
    leave: html`<p class="govuk-body">${words.shared}</p>
      ${pageForm(
        { action: '/clear', secrets },
        html`<button class="ho-link-button" type="submit">${words.clear}</button>`,
      )}`,
  });
  return sendPage(exchange.reply, pages.board, page);
}

/** Asks the browser to come again for the seal and the document, a few times and ever more slowly, so that a page left open does not knock for ever. */
function lookAgainLater({ request, reply }: Exchange): void {
  const times = timesLooked(request);
  const seconds = LOOK_AGAIN_SECONDS[times];
  if (seconds !== undefined) void reply.header('refresh', `${seconds}; url=/receipt?looked=${times + 1}`);
}

function timesLooked({ query }: FastifyRequest): number {
  const looked = Number((query as Record<string, unknown>).looked ?? 0);
  return Number.isSafeInteger(looked) && looked >= 0 ? looked : 0;
}

async function download(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const handedIn = await requireBox(pages, exchange);
  if (handedIn === null) return exchange.reply;
  if (handedIn.box.receipt === null) return exchange.reply.redirect('/receipt', 303);
  return sendReceipt(exchange.reply, handedIn.box, handedIn.box.receipt);
}

/** Sends the receipt as a file to keep, never as something a browser shows. */
export function sendReceipt(reply: FastifyReply, box: OpenedBox, receipt: Uint8Array): FastifyReply {
  return reply
    .type('application/octet-stream')
    .header('content-disposition', `attachment; filename="${receiptName(box)}"`)
    .send(Buffer.from(receipt));
}

async function downloadDocument(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const handedIn = await requireBox(pages, exchange);
  if (handedIn === null) return exchange.reply;
  if (handedIn.box.document === null) return exchange.reply.redirect('/receipt', 303);
  return sendDocument(exchange.reply, handedIn.box, handedIn.box.document);
}

/** Sends the document as a file to keep: it never opens inside our pages. */
export function sendDocument(reply: FastifyReply, box: OpenedBox, document: Uint8Array): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${documentName(box)}"`)
    .send(Buffer.from(document));
}

async function saved({ parts }: Pages, { request, reply }: Exchange): Promise<FastifyReply> {
  const form = FormFields.of(request);
  const secrets = secretsOf(request);
  admitPost(parts, request, { token: tokenIn(form), secrets });
  if (secrets !== null) await forgetReturnCode(parts, secrets.ticket);
  return reply.redirect('/receipt', 303);
}
