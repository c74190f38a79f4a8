import { chance, oneOf, PEOPLE, SENTENCES } from './chance.ts';

const FIRST = Date.UTC(2020, 0, 1);

function titleOf(at: number): string {
  const text = new Date(at).toISOString();
  return `${text.slice(8, 10)}.${text.slice(5, 7)}.${text.slice(0, 4)} ${text.slice(11, 19)} UTC+01:00`;
}

/** One page, as the app writes it: messages of one speaker that follow each other are joined. */
export function makeTelegramHtml(count: number): string {
  const next = chance();
  const pieces = [
    '<!DOCTYPE html>\n<html><body><div class="page_wrap"><div class="page_body"><div class="history">\n',
  ];
  let [at, who] = [FIRST, ''];
  for (let id = 1; id <= count; id++) {
    at += next(20 * 60_000);
    const speaker = oneOf(next, PEOPLE);
    const isJoined = speaker === who;
    who = speaker;
    const text = oneOf(next, SENTENCES).replaceAll('\n', '<br>');
    const name = isJoined ? '' : `\n       <div class="from_name">\n${speaker} \n       </div>\n`;
    pieces.push(`     <div class="message default clearfix${isJoined ? ' joined' : ''}" id="message${id}">

      <div class="body">

       <div class="pull_right date details" title="${titleOf(at)}">
12:00
       </div>
${name}
       <div class="text">
${text}
       </div>

      </div>

     </div>

`);
  }
  return `${pieces.join('')}    </div></div></div></body></html>\n`;
}
