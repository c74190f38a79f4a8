export { bytesPanel } from './bytes-panel.ts';
/** @public */
export type { PartSpan } from './bytes-panel.ts';
export { continuityRecord } from './continuity-record.ts';
/** @public */
export type { ContinuityEntry } from './continuity-record.ts';
export { choiceLinks, pageHeading, partsBar, sectionHeading, sideList } from './heading.ts';
/** @public */
export type { ChoiceLink, Figure } from './heading.ts';
export { keyValues } from './key-values.ts';
/** @public */
export type { KeyValue } from './key-values.ts';
export { label, labels, sourceClassLabel } from './labels.ts';
/** @public */
export type { SourceClass } from './labels.ts';
export { dayMarker, doubtBlock, doubtRow, gapBlock, ledger, messageRow } from './ledger.ts';
/** @public */
export type { MessageRow } from './ledger.ts';
export { mark } from './marks.ts';
/** @public */
export type { MarkKind } from './marks.ts';
export { queueTable, urgentRows } from './queue.ts';
/** @public */
export type { QueueGroup, QueueRow, UrgentRow } from './queue.ts';
export { initialsOf, speakerChip, speakerKey } from './speaker.ts';
/** @public */
export type { SpeakerOnPage } from './speaker.ts';
