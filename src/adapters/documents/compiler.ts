import { readFileSync } from 'node:fs';
import {
  initSync,
  TypstCompilerBuilder,
  TypstFontResolverBuilder,
  type TypstCompiler,
} from '@myriaddreamin/typst-ts-web-compiler';
import { COMPILER_PATH } from './resources.ts';

const QUIET = 1;

/** A compiler that has these fonts and no other, and the code points that each of them can show. */
export async function createCompiler(
  fonts: readonly Buffer[],
): Promise<{ compiler: TypstCompiler; covered: readonly ReadonlySet<number>[] }> {
  initSync({ module: readFileSync(COMPILER_PATH) });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(font);
  const looked = new TypstFontResolverBuilder();
  const covered = fonts.map(font => codePointsOf(looked.get_font_info(font) as FontInfo));
  return { compiler: await builder.build(), covered };
}

/** Sets `template` with the JSON of `sheet` beside it, which it reads as data. Throws when that gives no document. */
export function compile(compiler: TypstCompiler, template: string, sheet: unknown): Buffer {
  compiler.add_source('/receipt.typ', template);
  compiler.map_shadow('/sheet.json', Buffer.from(JSON.stringify(sheet)));
  const { result } = compiler.compile('/receipt.typ', undefined, 'pdf', QUIET) as { result?: Uint8Array };
  if (result === undefined) throw new TypeError('The template gave no document.');
  return Buffer.from(result);
}

/** What the compiler says of a font file. `coverage`: runs of code points from 0 on, in turn lacking and there. */
type FontInfo = { readonly info: readonly { readonly coverage: readonly number[] }[] };

function codePointsOf({ info }: FontInfo): ReadonlySet<number> {
  return new Set(info.flatMap(({ coverage }) => covering(coverage)));
}

function covering(runs: readonly number[]): readonly number[] {
  let end = 0;
  return runs.flatMap((length, i) => {
    const from = end;
    end += length;
    return i % 2 === 0 ? [] : Array.from({ length }, (_, n) => from + n);
  });
}
