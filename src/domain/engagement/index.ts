export { addText, addWords, type Added, type Adding, type AddParts } from './add.ts';
export { type AdditionKind, type AdditionWords, type QuestionShown } from './addition.ts';
export {
  ADDITION_MISMATCH,
  ADDITION_RECEIVED,
  ADDITION_SEALED,
  CONTACT_ASKED,
  CONTACT_DRAFTED,
  CONTACT_RELEASED,
  CONTACT_WITHHELD,
} from './events.ts';
export {
  MOST_ADDITIONS,
  type AddOutcome,
  type AddRequest,
  type BoxMail,
  type ReturnDoor,
  type SentAddition,
} from './return-door.ts';
export { beginReturnVisit, goOnWithVisit, VISIT_LASTS_MS, type ReturnVisit } from './return-visit.ts';
export {
  decodeQuestionLetter,
  encodeQuestionLetter,
  releaseTime,
  type QuestionLetter,
} from './question-letter.ts';
export { isTaskingFlag, taskingFlags, type TaskingFlag } from './tasking.ts';
export {
  mayWriteFreely,
  OTHER_TEMPLATE,
  templateOf,
  templatesFor,
  type BothLanguages,
  type ContactTemplate,
  type TemplateChoice,
} from './templates.ts';
export { isAdditionKind } from './addition.ts';
export {
  questionsAfter,
  REVIEW_FROM,
  type AskedQuestion,
  type ContactEvent,
  type DeskAddition,
  type Engagement,
  type GivenQuestion,
} from './contact-record.ts';
export { writeNextQuestion, type QuestionDue, type QuestionQueue } from './write-question.ts';
