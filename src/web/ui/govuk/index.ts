export {
  button,
  checkboxes,
  dateInput,
  errorMessage,
  fieldset,
  fileUpload,
  input,
  radios,
  select,
  textarea,
} from './controls.ts';
export {
  backLink,
  details,
  errorSummary,
  exitThisPage,
  insetText,
  notificationBanner,
  pagination,
  panel,
  skipLink,
  summaryList,
  table,
  tag,
  taskList,
  warningText,
} from './blocks.ts';
export type { SummaryRow, TableCell, TaskListItem } from './blocks.ts';
export type { CheckboxesItem, RadiosItem } from './controls.ts';
