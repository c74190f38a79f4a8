import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readWhatsapp } from './read.ts';

/** Two headers in one way of writing, and what the first of them says. The second settles the order of day and month. */
const WAYS: Readonly<Record<string, readonly [first: string, second: string, written: string]>> = {
  'day first with a comma': ['27/03/2022, 21:41 - ', '28/03/2022, 21:42 - ', '2022-03-27T21:41'],
  'month first': ['3/27/22, 21:41 - ', '3/28/22, 21:42 - ', '2022-03-27T21:41'],
  'year first without a comma': ['2022-03-27 21:41 - ', '2022-03-28 21:42 - ', '2022-03-27T21:41'],
  'in brackets, with seconds': ['[27.03.22, 21:41:12] ', '[28.03.22, 21:42:10] ', '2022-03-27T21:41:12'],
  'old, with a colon behind the time': ['27/03/22, 21:41: ', '28/03/22, 21:42: ', '2022-03-27T21:41'],
  'time first, in brackets': ['[21:41, 27/03/2022] ', '[21:42, 28/03/2022] ', '2022-03-27T21:41'],
  'time first, with a dash': ['21:41, 27/03/2022 - ', '21:42, 28/03/2022 - ', '2022-03-27T21:41'],
  'a full stop and a space behind each number': [
    '13. 6. 2018. 21:41 - ',
    '14. 6. 2018. 21:42 - ',
    '2018-06-13T21:41',
  ],
  Bulgarian: ['13.06.2018 г., 21:41 ч. - ', '14.06.2018 г., 21:42 ч. - ', '2018-06-13T21:41'],
  'the Buddhist era with its letters': [
    '3/18/2565 BE, 21:41 - ',
    '3/19/2565 BE, 21:42 - ',
    '2022-03-18T21:41',
  ],
  'the Buddhist era without': ['18/3/2565 21:41 น. - ', '19/3/2565 21:42 น. - ', '2022-03-18T21:41'],
  'a Japanese era before': ['[R4/3/18 21:41:00] ', '[R4/3/19 21:42:00] ', '2022-03-18T21:41:00'],
  'a Japanese era behind': ['3/18/R4, 21:41 - ', '3/19/R4, 21:42 - ', '2022-03-18T21:41'],
  'Arabic digits, marks and comma': [
    '\u200f٢٧\u200f/\u200f٣\u200f/\u200f٢٠٢٢، ٩:٤١ م - ',
    '\u200f٢٨\u200f/\u200f٣\u200f/\u200f٢٠٢٢، ٩:٤٢ ص - ',
    '2022-03-27T21:41',
  ],
  'Persian digits': ['۲۰۲۲/۳/۲۷،‏ ۲۱:۴۱ - ', '۲۰۲۲/۳/۲۸،‏ ۲۱:۴۲ - ', '2022-03-27T21:41'],
  'Bengali digits': ['২৭/৩/২২, ৯:৪১ PM - ', '২৮/৩/২২, ৯:৪২ AM - ', '2022-03-27T21:41'],
  'AM and PM': ['27/03/2022, 9:41 PM - ', '28/03/2022, 9:42 AM - ', '2022-03-27T21:41'],
  'PM before the time': ['27/03/2022, PM 9:41 - ', '28/03/2022, AM 9:42 - ', '2022-03-27T21:41'],
  'p. m.': ['27/3/22, 9:41 p. m. - ', '28/3/22, 9:42 a. m. - ', '2022-03-27T21:41'],
  'p.m. behind a space that does not break': [
    '27/03/2022, 9:41\u00a0p.m. - ',
    '28/03/2022, 9:42\u00a0a.m. - ',
    '2022-03-27T21:41',
  ],
  'pm behind a thin space': [
    '27/03/2022, 9:41\u2009pm - ',
    '28/03/2022, 9:42\u2009am - ',
    '2022-03-27T21:41',
  ],
  'pm behind a narrow space that does not break': [
    '27/03/2022, 9:41\u202fpm - ',
    '28/03/2022, 9:42\u202fam - ',
    '2022-03-27T21:41',
  ],
  'full stops in the time': ['27.03.22, 21.25.15 - ', '28.03.22, 21.25.15 - ', '2022-03-27T21:25:15'],
  Finnish: ['27.3.2022 klo 21.41 - ', '28.3.2022 klo 21.42 - ', '2022-03-27T21:41'],
  Danish: ['27.03.2022 kl. 21.41 - ', '28.03.2022 kl. 21.42 - ', '2022-03-27T21:41'],
  'Canadian French': ['2022-03-27 21 h 41 - ', '2022-03-28 21 h 42 - ', '2022-03-27T21:41'],
  Chinese: ['2022/3/27 下午9:41 - ', '2022/3/28 上午9:42 - ', '2022-03-27T21:41'],
  'Chinese with signs for year, month and day': [
    '2022年3月27日 晚上9:41 - ',
    '2022年3月28日 凌晨1:42 - ',
    '2022-03-27T21:41',
  ],
  Japanese: ['2022/03/27 午後9:41 - ', '2022/03/28 午前9:42 - ', '2022-03-27T21:41'],
  'Korean, short': ['2022. 3. 27. 오후 9:41 - ', '2022. 3. 28. 오전 9:42 - ', '2022-03-27T21:41'],
  'Korean, long': ['2022년 3월 27일 오후 9:41 - ', '2022년 3월 28일 오전 9:42 - ', '2022-03-27T21:41'],
  Greek: ['27/3/22, 9:41 μ.μ. - ', '28/3/22, 9:42 π.μ. - ', '2022-03-27T21:41'],
  Albanian: ['27.3.22, 9:41 e pasdites - ', '28.3.22, 9:42 e paradites - ', '2022-03-27T21:41'],
  Malay: ['27/3/22, 9:41 PTG - ', '28/3/22, 9:42 PG - ', '2022-03-27T21:41'],
  Malayalam: ['27/3/22, 9:41 വൈകുന്നേരം - ', '28/3/22, 9:42 രാവിലെ - ', '2022-03-27T21:41'],
  'Vietnamese words': ['27/03/2022, 9:41 CH - ', '28/03/2022, 9:42 SA - ', '2022-03-27T21:41'],
  'Hindi, in the morning': ['27/3/22, 9:41 सुबह - ', '28/3/22, 5:42 शाम - ', '2022-03-27T09:41'],
  'English, in the evening': [
    '27/3/22, 5:41 in the evening - ',
    '28/3/22, 9:42 in the morning - ',
    '2022-03-27T17:41',
  ],
  Tamil: ['27/3/22, பிற்பகல் 9:41 - ', '28/3/22, முற்பகல் 5:42 - ', '2022-03-27T21:41'],
};

describe('a header written', () => {
  for (const [way, [first, second, written]] of Object.entries(WAYS))
    test(`in the way "${way}" is read, and the name behind it`, () => {
      const bytes = new TextEncoder().encode(`${first}Mina: one\n${second}Jo: two\n`);
      const reading = readWhatsapp(bytes, { sealedAt: '2026-11-23T20:31:22Z' });
      const messages = [...reading.messages];
      assert.deepEqual(
        messages.map(({ speaker, body }) => [speaker, body]),
        [
          ['Mina', 'one'],
          ['Jo', 'two'],
        ],
      );
      assert.equal(messages[0]?.written, written);
      assert.equal(reading.dateOrder.decision, 'certain');
      assert.equal(reading.unreadBytes, 0);
    });

  test('in another way from the middle of the file on is read there by its own order', () => {
    const lines = [
      '6/28/23, 21:41 - Mina: a',
      '6/30/23, 21:42 - Jo: b',
      '30/6/2023, 21:50 - Mina: c',
      '1/7/2023, 21:51 - Jo: d',
    ];
    const reading = readWhatsapp(new TextEncoder().encode(lines.join('\n')));
    assert.deepEqual(
      [...reading.messages].map(({ written }) => written),
      ['2023-06-28T21:41', '2023-06-30T21:42', '2023-06-30T21:50', '2023-07-01T21:51'],
    );
    assert.ok(reading.doubts.some(({ code }) => code === 'mixed-header-shapes'));
  });
});
