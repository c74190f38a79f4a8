// Makes src/web/ui/built/*.css from src/web/ui/styles. Run it after a change there; a test fails when they are stale.
import { writeFileSync } from 'node:fs';
import { builtPath, compileStyles, STYLE_SHEETS } from '#web/ui/styles/compile-styles.ts';

for (const sheet of STYLE_SHEETS) {
  const css = compileStyles(sheet);
  writeFileSync(builtPath(sheet), css);
  console.log(`${sheet}.css: ${Math.round(css.length / 1024)} KB`);
}
