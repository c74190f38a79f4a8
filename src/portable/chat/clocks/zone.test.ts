import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOfSeconds, millisOfInstant, isoOfSeconds, secondsOfIso, secondsOfUnix } from './iso.ts';
import { plausibleOffset, utcInterval } from './zone.ts';

test('a time of an unknown zone is an interval of 26 hours and the unit of its clock', () => {
  assert.deepEqual(utcInterval('2022-03-27T21:41:35'), {
    from: '2022-03-27T07:41:35.000Z',
    to: '2022-03-28T09:41:36.000Z',
  });
  assert.deepEqual(utcInterval('2022-03-27T21:41'), {
    from: '2022-03-27T07:41:00.000Z',
    to: '2022-03-28T09:42:00.000Z',
  });
});

test('a declared offset leaves only the unit of the clock', () => {
  assert.deepEqual(utcInterval('2022-03-27T21:41', 60), {
    from: '2022-03-27T20:41:00.000Z',
    to: '2022-03-27T20:42:00.000Z',
  });
  assert.deepEqual(utcInterval('2022-03-27T21:41:35', -210), {
    from: '2022-03-28T01:11:35.000Z',
    to: '2022-03-28T01:11:36.000Z',
  });
});

test('a clock of days or of milliseconds leaves its own unit', () => {
  assert.deepEqual(utcInterval('2022-03-27', 0), {
    from: '2022-03-27T00:00:00.000Z',
    to: '2022-03-28T00:00:00.000Z',
  });
  assert.deepEqual(utcInterval('2022-03-27T21:41:35.250', 60), {
    from: '2022-03-27T20:41:35.250Z',
    to: '2022-03-27T20:41:35.251Z',
  });
});

test('what is no written time has no interval', () => {
  for (const text of [
    '',
    '2022-03',
    '2022-03-27T21:41:35.1',
    '2022-03-27T21:41Z',
    '2022-13-27T21:41',
    'yesterday',
  ]) {
    assert.equal(utcInterval(text), null, text);
  }
});

test('offsets in civil use are quarters of an hour from -12 to +14 hours', () => {
  assert.equal(plausibleOffset(3600, 0), 60);
  assert.equal(plausibleOffset(0, 3600), -60);
  assert.equal(plausibleOffset(345 * 60, 0), 345);
  assert.equal(plausibleOffset(14 * 3600, 0), 840);
  assert.equal(plausibleOffset(14 * 3600 + 900, 0), null);
  assert.equal(plausibleOffset(-12 * 3600 - 900, 0), null);
  assert.equal(plausibleOffset(300, 0), null);
  assert.equal(plausibleOffset(3601, 0), null);
});

test('ISO and Unix times are read strictly and written alike', () => {
  assert.equal(secondsOfIso('2022-01-02T03:04:05'), 1641092645);
  assert.equal(isoOfSeconds(1641092645), '2022-01-02T03:04:05');
  assert.equal(instantOfSeconds(1641092645), '2022-01-02T03:04:05Z');
  assert.equal(secondsOfUnix('1641092645'), 1641092645);
  for (const text of ['2022-01-02', '2022-02-30T00:00:00', '2022-01-02T24:00:00', '2022-01-02T03:04:05Z']) {
    assert.equal(secondsOfIso(text), null, text);
  }
  for (const text of ['', '-1', '1e9', '999999999999', '1641092645.5'])
    assert.equal(secondsOfUnix(text), null, text);
});

test('a sealing time without its zone is no time, whatever the zone of the machine', () => {
  assert.equal(millisOfInstant('2022-01-02T03:04:05Z'), 1641092645000);
  assert.equal(millisOfInstant('2022-01-02T04:04:05.250+01:00'), 1641092645250);
  assert.equal(millisOfInstant('2022-01-02'), Date.UTC(2022, 0, 2));
  for (const text of ['', 'now', '2022-01-02T03:04:05', '2022-13-02', '02/01/2022', 'Sun Jan 2 2022']) {
    assert.equal(millisOfInstant(text), null, text);
  }
});
