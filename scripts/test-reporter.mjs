// Prints only what failed or was skipped, and leaves the counts in the file named by HANDOVER_TEST_SUMMARY.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const counts = { passed: 0, failed: 0, skipped: 0, skips: [] };

function where(data) {
  return `${relative(process.cwd(), data.file ?? '?')}:${data.line ?? '?'}`;
}

function explain(error) {
  const cause = error?.cause ?? error;
  return String(cause?.stack ?? cause).replace(/^/gm, '    ');
}

export default async function* report(source) {
  for await (const { type, data } of source) {
    if (type === 'test:pass' && data.details?.type !== 'suite') {
      if (data.skip === undefined && data.todo === undefined) counts.passed += 1;
      else {
        counts.skipped += 1;
        counts.skips.push(`${data.name} (${data.skip || data.todo || 'no reason given'})`);
      }
    }
    if (
      type === 'test:fail' &&
      (data.details?.type !== 'suite' || data.details?.error?.failureType !== 'subtestsFailed')
    ) {
      counts.failed += 1;
      yield `FAILED ${data.name}\n  at ${where(data)}\n${explain(data.details?.error)}\n`;
    }
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
  }
  if (process.env.HANDOVER_TEST_SUMMARY)
    writeFileSync(process.env.HANDOVER_TEST_SUMMARY, JSON.stringify(counts));
}
