// The program of the confined press. Input: the JSON of a receipt sheet. Output: the bytes of the PDF, and nothing when
// there is none; then it ends with another code than 0.
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ReceiptSheet } from '../../domain/receipts/receipt-sheet.ts';
import { declareAccessible } from './declare-accessible.ts';
import { compile, createCompiler } from './compiler.ts';
import { documentFonts } from './resources.ts';
import { sheetData } from './sheet-data.ts';

const template = readFileSync(join(import.meta.dirname, 'receipt.typ'), 'utf8');
const { compiler, covered } = await createCompiler(documentFonts());

process.permission?.drop('fs.read');

const sheet = JSON.parse(readFileSync(0, 'utf8')) as ReceiptSheet;
const pdf = declareAccessible(compile(compiler, template, sheetData(sheet, covered)));
for (let done = 0; done < pdf.length;) done += writeSync(1, pdf, done);
