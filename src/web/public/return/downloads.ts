import type { FastifyReply } from 'fastify';
import type { Exchange, Pages } from '../question.ts';
import { sendDocument, sendReceipt } from '../receipt/route.ts';
import { requireReturn } from './show.ts';

/** The receipts of a visit, as files to keep. */
export function downloadRoutes(pages: Pages): void {
  const { app } = pages;
  app.get('/return/hand-in/receipt', (request, reply) => first(pages, { request, reply }, 'receipt'));
  app.get('/return/hand-in/pdf', (request, reply) => first(pages, { request, reply }, 'document'));
  app.get('/return/hand-in/receipts/:addition', (request, reply) => ofAddition(pages, { request, reply }));
}

async function first(pages: Pages, exchange: Exchange, which: 'receipt' | 'document'): Promise<FastifyReply> {
  const open = await requireReturn(pages, exchange);
  if (open === null) return exchange.reply;
  const { box } = open.content;
  const bytes = box[which];
  if (bytes === null) return exchange.reply.redirect('/return/hand-in', 303);
  return which === 'receipt'
    ? sendReceipt(exchange.reply, box, bytes)
    : sendDocument(exchange.reply, box, bytes);
}

async function ofAddition(pages: Pages, exchange: Exchange): Promise<FastifyReply> {
  const { parts } = pages;
  const open = await requireReturn(pages, exchange);
  if (open === null) return exchange.reply;
  const { addition } = exchange.request.params as { readonly addition: string };
  const mail = await parts.door.readMail(open.visit.boxId);
  const letter = mail.find(({ kind, thing }) => kind === 'addition-receipt' && thing === addition);
  const { identity } = await parts.opener.keysOf(open.visit.boxSecret);
  const receipt = letter === undefined ? null : await parts.opener.open(letter.body, identity);
  if (receipt === null) return exchange.reply.redirect('/return/hand-in', 303);
  const { reference } = open.content.box;
  return exchange.reply
    .type('application/octet-stream')
    .header(
      'content-disposition',
      `attachment; filename="${reference}-added-${addition.slice(0, 8)}.handover-receipt"`,
    )
    .send(Buffer.from(receipt));
}
