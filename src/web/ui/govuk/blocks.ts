import type { Html } from '../html-value.ts';
import { renderMacro } from './macros.ts';
import type { Attributes, Extras, OptionalTextOrHtml, TextOrHtml } from './options.ts';

/** A title as text or as markup, under the names the macros use for it. */
type TitleTextOrHtml =
  | { readonly titleText: string; readonly titleHtml?: undefined }
  | { readonly titleHtml: Html; readonly titleText?: undefined };

/** Options of `errorSummary`. */
export type ErrorSummaryOptions = TitleTextOrHtml &
  Extras & {
    readonly descriptionText?: string | undefined;
    readonly descriptionHtml?: Html | undefined;
    readonly errorList?:
      | readonly (TextOrHtml & {
          readonly href?: string | undefined;
          readonly attributes?: Attributes | undefined;
        })[]
      | undefined;
    readonly disableAutoFocus?: boolean | undefined;
  };

/** A link beside a row, for example "Change"; the hidden text says what it changes. */
type SummaryAction = TextOrHtml &
  Extras & { readonly href: string; readonly visuallyHiddenText?: string | undefined };

/** Links beside a row or a card. */
interface SummaryActions {
  readonly items?: readonly SummaryAction[] | undefined;
  readonly classes?: string | undefined;
}

/** One row of a summary list. */
export interface SummaryRow {
  readonly key: TextOrHtml & { readonly classes?: string | undefined };
  readonly value: TextOrHtml & { readonly classes?: string | undefined };
  readonly actions?: SummaryActions | undefined;
  readonly classes?: string | undefined;
}

/** Options of `summaryList`. */
export interface SummaryListOptions extends Extras {
  readonly rows: readonly (SummaryRow | false | undefined)[];
  readonly card?:
    | (Extras & {
        readonly title?:
          | (OptionalTextOrHtml & {
              readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
              readonly classes?: string | undefined;
            })
          | undefined;
        readonly actions?: SummaryActions | undefined;
      })
    | undefined;
}

/** Options of `details`: words that open what is folded. */
export type DetailsOptions = TextOrHtml &
  Extras &
  (
    | { readonly summaryText: string; readonly summaryHtml?: undefined }
    | { readonly summaryHtml: Html; readonly summaryText?: undefined }
  ) & { readonly id?: string | undefined; readonly open?: boolean | undefined };

/** Options of `warningText`. */
export type WarningTextOptions = TextOrHtml & Extras & { readonly iconFallbackText?: string | undefined };

/** Options of `insetText`. */
export type InsetTextOptions = TextOrHtml & Extras & { readonly id?: string | undefined };

/** Options of `backLink`. */
export type BackLinkOptions = OptionalTextOrHtml & Extras & { readonly href: string };

/** Options of `skipLink`. */
export type SkipLinkOptions = TextOrHtml & Extras & { readonly href?: `#${string}` | undefined };

/** Options of `notificationBanner`. */
export type NotificationBannerOptions = TextOrHtml &
  Extras & {
    readonly titleText?: string | undefined;
    readonly titleHtml?: Html | undefined;
    readonly titleHeadingLevel?: '1' | '2' | '3' | '4' | '5' | '6' | undefined;
    readonly type?: 'success' | undefined;
    readonly role?: 'alert' | 'region' | undefined;
    readonly titleId?: string | undefined;
    readonly disableAutoFocus?: boolean | undefined;
  };

/** Options of `tag`. */
export type TagOptions = TextOrHtml & Extras;

/** A page in a list of pages, or the dots that stand for those left out. */
interface PaginationItem {
  readonly number?: string | undefined;
  readonly visuallyHiddenText?: string | undefined;
  readonly href?: string | undefined;
  readonly current?: boolean | undefined;
  readonly ellipsis?: boolean | undefined;
  readonly attributes?: Attributes | undefined;
}

/** The link to the page before or after. */
type PaginationLink = OptionalTextOrHtml & {
  readonly href: string;
  readonly labelText?: string | undefined;
  readonly attributes?: Attributes | undefined;
};

/** Options of `pagination`. */
export interface PaginationOptions extends Extras {
  readonly items?: readonly PaginationItem[] | undefined;
  readonly previous?: PaginationLink | undefined;
  readonly next?: PaginationLink | undefined;
  readonly landmarkLabel?: string | undefined;
}

/** One cell of a table. */
export type TableCell = OptionalTextOrHtml &
  Extras & {
    readonly format?: 'numeric' | undefined;
    readonly colspan?: number | undefined;
    readonly rowspan?: number | undefined;
  };

/** Options of `table`. */
export interface TableOptions extends Extras {
  readonly rows: readonly (readonly TableCell[])[];
  readonly head?: readonly TableCell[] | undefined;
  readonly caption?: string | undefined;
  readonly captionClasses?: string | undefined;
  readonly firstCellIsHeader?: boolean | undefined;
}

/** A button or link inside a panel. */
interface PanelAction extends Extras {
  readonly text: string;
  readonly type?: 'button' | 'submit' | 'reset' | undefined;
  readonly href?: string | undefined;
}

/** Options of `panel`. */
export type PanelOptions = TitleTextOrHtml &
  OptionalTextOrHtml &
  Extras & {
    readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined;
    readonly actions?: (Extras & { readonly items?: readonly PanelAction[] | undefined }) | undefined;
  };

/** Options of `exitThisPage`. */
export type ExitThisPageOptions = OptionalTextOrHtml &
  Extras & {
    readonly redirectUrl?: string | undefined;
    readonly id?: string | undefined;
    readonly activatedText?: string | undefined;
    readonly timedOutText?: string | undefined;
    readonly pressTwoMoreTimesText?: string | undefined;
    readonly pressOneMoreTimeText?: string | undefined;
  };

/** One task and how far it is. */
export interface TaskListItem {
  readonly title: TextOrHtml & { readonly classes?: string | undefined };
  readonly hint?: TextOrHtml | undefined;
  readonly status: OptionalTextOrHtml & {
    readonly tag?: TagOptions | undefined;
    readonly classes?: string | undefined;
  };
  readonly href?: string | undefined;
  readonly classes?: string | undefined;
}

/** Options of `taskList`. */
export interface TaskListOptions extends Extras {
  readonly items: readonly (TaskListItem | false | undefined)[];
  readonly idPrefix?: string | undefined;
}

/** Every mistake of a form, each a link to its control; the layouts print it from `problems`. */
export const errorSummary = (options: ErrorSummaryOptions): Html => renderMacro('error-summary', options);
/** Keys and values, with links to change them. */
export const summaryList = (options: SummaryListOptions): Html => renderMacro('summary-list', options);
/** Something folded away under a few words. */
export const details = (options: DetailsOptions): Html => renderMacro('details', options);
/** A warning with an exclamation mark. */
export const warningText = (options: WarningTextOptions): Html => renderMacro('warning-text', options);
/** Text set in from the edge. */
export const insetText = (options: InsetTextOptions): Html => renderMacro('inset-text', options);
/** A link to the page before; the layouts print it from `backLink`. */
export const backLink = (options: BackLinkOptions): Html => renderMacro('back-link', options);
/** A link past the header; the layouts print it. */
export const skipLink = (options: SkipLinkOptions): Html => renderMacro('skip-link', options);
/** News about what was just done, or about the service. */
export const notificationBanner = (options: NotificationBannerOptions): Html =>
  renderMacro('notification-banner', options);
/** A word that names a state. */
export const tag = (options: TagOptions): Html => renderMacro('tag', options);
/** Links to the other pages of a long list. */
export const pagination = (options: PaginationOptions): Html => renderMacro('pagination', options);
/** A table. */
export const table = (options: TableOptions): Html => renderMacro('table', options);
/** The large panel of a receipt. */
export const panel = (options: PanelOptions): Html => renderMacro('panel', options);
/** The button that leaves at once; the layouts print it. */
export const exitThisPage = (options: ExitThisPageOptions): Html => renderMacro('exit-this-page', options);
/** Tasks and their states. */
export const taskList = (options: TaskListOptions): Html => renderMacro('task-list', options);
