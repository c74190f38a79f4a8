import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtPath, compileStyles, STYLE_SHEETS } from './styles/compile-styles.ts';

for (const sheet of STYLE_SHEETS) {
  test(`the ready-made style sheet ${sheet}.css is what the sources compile to (else: npm run build)`, () => {
    assert.ok(compileStyles(sheet) === readFileSync(builtPath(sheet), 'utf8'), `${sheet}.css is stale`);
  });

  test(`the style sheet ${sheet}.css holds no crown, no font of the government, and fetches nothing from elsewhere`, () => {
    const css = readFileSync(builtPath(sheet), 'utf8');
    assert.ok(css.length > 50_000);
    assert.deepEqual(css.match(/GDS|Transport|crown|crest|moj-|data:|@import|expression\(/gi), null);
    const addresses = [...css.matchAll(/url\(([^)]*)\)/g)].map(found => found[1]!);
    assert.ok(addresses.length > 20);
    assert.deepEqual(
      addresses.filter(address => !/^ibm-plex-[a-z0-9-]+\.woff2$/.test(address)),
      [],
    );
  });

  test(`the style sheet ${sheet}.css gives a visited link no colour of its own`, () => {
    const css = readFileSync(builtPath(sheet), 'utf8');
    const colours = [...css.matchAll(/\.govuk-link:visited\{color:([^}]+)\}/g)].map(found => found[1]);
    assert.ok(colours.length > 0);
    assert.ok(
      colours.every(colour => /#5a2a53|link/.test(colour!)),
      colours.join(),
    );
  });
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

test('every colour of text is at least 5 to 1 on what it stands on', () => {
  const source = readFileSync(join(import.meta.dirname, 'styles/_tokens.scss'), 'utf8');
  const colours = Object.fromEntries(
    [...source.matchAll(/^\$([a-z0-9-]+): (#[0-9a-f]{6});/gm)].map(found => [found[1]!, found[2]!]),
  );
  const speakers = /^\$speakers: (.*);/m.exec(source)![1]!.split(' ');
  assert.equal(speakers.length, 6);
  const white = '#ffffff';
  const pairs = [
    ...['ink', 'ink-2', 'ink-3', 'accent', 'danger', 'ok', 'warn', 'supports', 'undermines'].map(
      name => [name, colours[name]!, white] as const,
    ),
    ...['wash', 'accent-tint', 'ok-tint', 'warn-tint', 'danger-tint', 'undermines-tint'].map(
      name => [`ink on ${name}`, colours['ink']!, colours[name]!] as const,
    ),
    ['ink-2 on wash', colours['ink-2']!, colours['wash']!] as const,
    ['ink-3 on accent tint', colours['ink-3']!, colours['accent-tint']!] as const,
    ['danger-dark on its tint', colours['danger-dark']!, colours['danger-tint']!] as const,
    ['warn on its tint', colours['warn']!, colours['warn-tint']!] as const,
    ['accent on its tint', colours['accent']!, colours['accent-tint']!] as const,
    ['white on bar', white, colours['accent-bar']!] as const,
    ['ink on focus', colours['ink']!, colours['focus']!] as const,
    ...speakers.map((colour, index) => [`speaker ${index + 1}`, colour, white] as const),
  ];
  for (const [name, text, ground] of pairs)
    assert.ok(contrast(text, ground) >= 5, `${name}: ${contrast(text, ground)}`);
});
