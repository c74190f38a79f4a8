// One program, six processes: the supervisor that a person starts, and what it starts.

const role = process.argv[2] ?? 'start';

/** Each process loads only its own code. */
const PROCESSES: Readonly<Record<string, () => Promise<void>>> = {
  start: async () => (await import('./processes/start-command.ts')).startCommand(process.argv.slice(3)),
  public: async () => (await import('./processes/public-process.ts')).runPublic(),
  police: async () => (await import('./processes/police-process.ts')).runPolice(),
  worker: async () => (await import('./processes/worker-process.ts')).runWorker(),
  sequencer: async () => (await import('./processes/sequencer-process.ts')).runSequencer(),
  demo: async () => (await import('./processes/demo-process.ts')).runDemo(),
};

const run = PROCESSES[role];
if (run === undefined) {
  console.error(`There is no process called ${role}.`);
  process.exit(2);
}
await run();
