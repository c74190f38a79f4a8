import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why tests of a PDF's content are left out, or false: they read it with software of others. */
export const NO_POPPLER =
  spawnSync('pdfinfo', ['-v']).error !== undefined && 'no pdfinfo and pdftotext here (poppler-utils)';

/** What a program of poppler-utils says of a PDF; `-` among the arguments stands for the output. */
export function poppler(
  program: 'pdfinfo' | 'pdftotext' | 'pdffonts',
  args: readonly string[],
  pdf: Buffer,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'handover-pdf-'));
  const path = join(folder, 'document.pdf');
  writeFileSync(path, pdf);
  const places = program === 'pdftotext' ? [path, '-'] : [path];
  try {
    return execFileSync(program, [...args, ...places], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The words of a PDF in reading order, with single spaces. */
export function wordsOfPdf(pdf: Buffer): string {
  return poppler('pdftotext', ['-raw'], pdf).replaceAll(/\s+/g, ' ');
}
