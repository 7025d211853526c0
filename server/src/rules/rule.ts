/** What a rule is, and what it finds. */
import type { Analysis } from '../analysis/analysis';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface Rule {
  /** What the problem is called in settings, markers and links. */
  readonly code: string;
  readonly level: Severity;
  /** Heads the rule's page. */
  readonly title: string;
  readonly page: RulePage;
  readonly check: (analysis: Analysis) => Problem[];
}

/** What the rule's page says, in Markdown. */
export interface RulePage {
  readonly what: string;
  readonly why: string;
  readonly next: string;
  /** A program with the problem. */
  readonly wrong: string;
  /** The same, mended; left out where that depends on what is meant. */
  readonly right?: string;
}

/** Prose of problems is plain text with Markdown code spans; clauses without a full stop at the end. */
export interface Problem {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  /** What is wrong, with numbers. */
  readonly what: string;
  /** Why that is so. */
  readonly why?: string | undefined;
  /** What to do about it. */
  readonly next?: string | undefined;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly FixIdea[];
  /** Whether it holds for parameters that are only taken at their defaults: no setting makes it an error. */
  readonly isAssumed?: boolean;
  /** Whether it is about code that does nothing: shown faded. */
  readonly isUnnecessary?: boolean;
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** Edits that may mend a problem. They are tried before they are offered. */
export interface FixIdea {
  /** What the edits do, as an imperative: ``Add `padding="same"` ``. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** All that a problem says, one sentence a line. */
export function messageOf({ what, why, next }: Pick<Problem, 'what' | 'why' | 'next'>): string {
  return [what, why, next]
    .filter((text) => text !== undefined)
    .map((text) => sentence(text))
    .join('\n');
}

export function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}
