// Puts the demo world's chat files on disk, each with its ground truth beside it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoWorld } from './demo-world.ts';
import type { DemoChat } from './world-shape.ts';

/** Where the files of one chat went. `fileName` keeps the app's own name inside a folder named by the chat's key. */
export interface WrittenChat {
  readonly key: string;
  readonly path: string;
  readonly truthPath: string;
}

export interface WrittenDemoFiles {
  readonly chats: readonly WrittenChat[];
  /** The ready export as text and as an archive. */
  readonly ready: { readonly textPath: string; readonly archivePath: string };
}

/** Writes `FOLDER/KEY/FILE` and `FOLDER/KEY/truth.json` for each chat and `FOLDER/ready/…`. Overwrites what it wrote before. */
export function writeDemoFiles(folder: string): WrittenDemoFiles {
  const world = demoWorld();
  const chats = world.submissions.flatMap(submission => submission.chats);
  const written = chats.map(chat => writeChat(join(folder, chat.key), chat));
  const ready = writeChat(join(folder, 'ready'), world.readyExport.chat);
  const archivePath = join(folder, 'ready', world.readyExport.archiveName);
  writeFileSync(archivePath, world.readyExport.archiveBytes);
  return { chats: written, ready: { textPath: ready.path, archivePath } };
}

function writeChat(folder: string, chat: DemoChat): WrittenChat {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, chat.fileName);
  const truthPath = join(folder, 'truth.json');
  writeFileSync(path, chat.bytes);
  writeFileSync(truthPath, `${JSON.stringify(chat.truth, null, 1)}\n`);
  return { key: chat.key, path, truthPath };
}
