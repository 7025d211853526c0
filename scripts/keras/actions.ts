/** Everything that the light bulb offers in a file, wherever the cursor is. */
import { readFileSync } from 'node:fs';
import { type CodeAction, codeActions } from '../../server/src/features/code-actions';
import { DEFAULT_SETTINGS } from '../../server/src/features/settings';
import { createService } from '../../server/src/node/service';
import { applyEdits } from '../../server/src/text/edit';
import type { Span } from '../../server/src/text/span';

export interface Offered {
  readonly title: string;
  readonly kind: CodeAction['kind'];
  /** What it mends: the rule's code, its level, and its line from 1 on. */
  readonly problem: { readonly code: string; readonly severity: string; readonly line: number } | null;
  /** The whole text after it. */
  readonly text: string;
}

export async function actionsOf(
  paths: readonly string[],
): Promise<{ path: string; generation: string; actions: Offered[] }[]> {
  const service = await createService({ extraPaths: [] });
  return paths.map((path) => {
    const text = readFileSync(path, 'utf8');
    const { analysis } = service.analyse('file:///program.py', text);
    const { lines } = analysis;
    const count = lines.position(text.length).line;
    const ranges: Span[] = Array.from({ length: count + 1 }, (_, line) => ({
      start: lines.lineStart(line),
      end: lines.lineEnd(line),
    }));
    const found = new Map<string, Offered>();
    for (const range of [...ranges, { start: 0, end: text.length }]) {
      for (const { title, kind, problem, edits } of codeActions(analysis, range, DEFAULT_SETTINGS)) {
        const after = applyEdits(text, edits);
        const told = problem
          ? { code: problem.code, severity: problem.severity, line: lines.position(problem.span.start).line + 1 }
          : null;
        found.set(`${title}\n${after}`, { title, kind, problem: told, text: after });
      }
    }
    return { path, generation: analysis.trace.generation, actions: [...found.values()] };
  });
}
