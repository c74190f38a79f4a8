import { createDemoApp } from '#web/demo/app.ts';
import { receiveHandshake, reportReady, stopOnce } from './handshake.ts';
import { listenOnLoopback } from './http-process.ts';
import { becomeNobody } from './own-user.ts';
import { SETTINGS } from '#config';

export type DemoHandshake = {
  readonly ports: { readonly demo: number; readonly public: number; readonly police: number };
  readonly filesFolder: string;
  readonly policy: string;
  readonly verifierFolder: string;
};

/** Serves the page that introduces the demonstration. */
export async function runDemo(): Promise<void> {
  let close = async () => {};
  const end = stopOnce(() => close());
  const told = await receiveHandshake<DemoHandshake>(end);
  const app = createDemoApp({
    publicOrigin: `http://public.localhost:${told.ports.public}`,
    policeOrigin: `http://police.localhost:${told.ports.police}`,
    filesFolder: told.filesFolder,
    policy: told.policy,
    verifierFolder: told.verifierFolder,
  });
  close = () => app.close();
  await listenOnLoopback(app, told.ports.demo, SETTINGS.demoPort.env);
  becomeNobody();
  reportReady();
}
