/** What a person can have done to the code. */
import type { Problem } from '../../rules';
import type { Edit } from '../../text/edit';

export type CodeActionKind = 'quickfix' | 'refactor.rewrite';

export interface CodeAction {
  /** Plain text. */
  readonly title: string;
  readonly kind: CodeActionKind;
  /** Worked out when first asked for. */
  readonly edits: readonly Edit[];
  /** What it mends. */
  readonly problem?: Problem | undefined;
  /** Whether it makes things better, and more so than the others do. */
  readonly isPreferred: boolean;
}

/** An action whose edits are worked out when it is chosen. */
export function lazyAction(
  title: string,
  compute: () => readonly Edit[],
  more: Partial<Pick<CodeAction, 'kind' | 'problem' | 'isPreferred'>> = {},
): CodeAction {
  let edits: readonly Edit[] | null = null;
  return {
    title,
    kind: more.kind ?? 'refactor.rewrite',
    problem: more.problem,
    isPreferred: more.isPreferred ?? false,
    get edits() {
      edits ??= compute();
      return edits;
    },
  };
}
