import { chance, oneOf, SENTENCES } from './chance.ts';

const FIRST = Date.UTC(2020, 0, 1);
const CONTACTS = [
  ['+447700900123', 'Mina'],
  ['+447700900300', 'Jo'],
] as const;

/** A character beyond the first 65,536 as the references of its two halves, as the app writes it. */
function escaped(text: string): string {
  const halves = text.replace(
    /[\u{10000}-\u{10ffff}]/gu,
    each => `&#${each.charCodeAt(0)};&#${each.charCodeAt(1)};`,
  );
  return halves.replaceAll('\n', '&#10;');
}

export function makeSmsBackup(count: number): string {
  const next = chance();
  const pieces = [`<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="${count}">\n`];
  let at = FIRST;
  for (let n = 0; n < count; n++) {
    at += next(20 * 60_000);
    const [address, name] = oneOf(next, CONTACTS);
    const body = escaped(oneOf(next, SENTENCES));
    pieces.push(
      `  <sms protocol="0" address="${address}" date="${at}" type="${1 + next(2)}" subject="null" body="${body}" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="${at - next(5000)}" readable_date="1 Jan 2020 00:00:00" contact_name="${name}" />\n`,
    );
  }
  return `${pieces.join('')}</smses>\n`;
}
