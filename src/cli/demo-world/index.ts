// The demo world: who is in it, what they handed in, and what each file truly holds. See docs/demo-world.md.
export { demoWorld } from './demo-world.ts';
export { writeDemoFiles } from './demo-files.ts';
export type { WrittenChat, WrittenDemoFiles } from './demo-files.ts';
export type { ChatTruth, Span, Trap, TruthFormat, TruthKind, TruthMessage } from './chat-truth.ts';
export type {
  DemoArchive,
  DemoChat,
  DemoDanger,
  DemoFacts,
  DemoFingerprint,
  DemoForce,
  DemoOfficer,
  DemoPerson,
  DemoRole,
  DemoSafeContact,
  DemoSubmission,
  DemoWorld,
  Happening,
  ReadyExport,
  SourceClass,
  SubmissionState,
  SubmitterType,
} from './world-shape.ts';
