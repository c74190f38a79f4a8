const METADATA = '</rdf:Description>';
const PDFUA =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>';

type PdfObject = { readonly number: number; readonly text: string };

/**
 * The document with its declaration that it keeps to PDF/UA-1 (ISO 14289-1: 7.1, the identifier in its metadata, and the
 * title shown in the window). The compiler writes both only when it is asked for that standard, and its WebAssembly form
 * cannot be asked. They are added the way PDF has for additions: two objects written anew behind the end, with a table of
 * their own (ISO 32000-1, 7.5.6). That the rest of the document keeps to the standard is for the template, and tested.
 * Throws TypeError for a file that is not as this version of the compiler writes it.
 */
export function declareAccessible(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const trailer = text.slice(text.lastIndexOf('\ntrailer'));
  const catalog = objectAt(text, reference(trailer, 'Root'));
  const metadata = objectAt(text, reference(catalog.text, 'Metadata'));
  const objects = [
    { ...catalog, text: withTitleShown(catalog.text) },
    { ...metadata, text: withIdentifier(metadata.text) },
  ].toSorted((a, b) => a.number - b.number);
  return Buffer.concat([pdf, Buffer.from(addition(objects, { at: pdf.length, trailer }), 'latin1')]);
}

function withTitleShown(catalog: string): string {
  return replaceOnce(catalog, /\/ViewerPreferences <<(?!.*DisplayDocTitle)/s, '$& /DisplayDocTitle true');
}

function withIdentifier(metadata: string): string {
  const longer = replaceOnce(metadata, new RegExp(METADATA), `${METADATA}${PDFUA}`);
  return replaceOnce(
    longer,
    /\/Length (\d+)/,
    (_, length: string) => `/Length ${Number(length) + PDFUA.length}`,
  );
}

function addition(objects: readonly PdfObject[], { at, trailer }: { at: number; trailer: string }): string {
  let body = '\n';
  let table = 'xref\n';
  for (const { number, text } of objects) {
    table += `${number} 1\n${String(at + body.length).padStart(10, '0')} 00000 n\r\n`;
    body += `${text}\n`;
  }
  const previous = captured(trailer, /startxref\s+(\d+)/);
  const entries = captured(trailer, /trailer\s*<<(.*)>>\s*startxref/s);
  return `${body}${table}trailer\n<<${entries}  /Prev ${previous}\n>>\nstartxref\n${at + body.length}\n%%EOF\n`;
}

/** An object from its number to `endobj`, found through the table of the file. */
function objectAt(text: string, number: number): PdfObject {
  const table = Number(captured(text.slice(-200), /startxref\s+(\d+)/));
  const entries = text.indexOf('0000000000 65535 f', table);
  const from = Number(text.slice(entries + 20 * number, entries + 20 * number + 10));
  const found = text.slice(from, text.indexOf('endobj', from) + 'endobj'.length);
  if (!found.startsWith(`${number} 0 obj`))
    throw new TypeError(`Object ${number} is not where the table says.`);
  return { number, text: found };
}

function reference(text: string, name: string): number {
  return Number(captured(text, new RegExp(`/${name} (\\d+) 0 R`)));
}

function captured(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new TypeError(`The document lacks ${pattern.source}.`);
  return found;
}

function replaceOnce(text: string, pattern: RegExp, by: string | ((...found: string[]) => string)): string {
  const replaced = text.replace(pattern, by as string);
  if (replaced === text) throw new TypeError(`The document lacks ${pattern.source}.`);
  return replaced;
}
