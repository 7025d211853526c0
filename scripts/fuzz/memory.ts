import { readFileSync } from 'node:fs';
import { diagnostics } from '../../server/src/features/diagnostics';
import { inlayHints } from '../../server/src/features/inlay-hints';
import { DEFAULT_SETTINGS } from '../../server/src/features/settings';
import { createService } from '../../server/src/node/service';
import { applyEdits } from '../../server/src/text/edit';
import { Random, randomEdit } from '../../tests/random-edits';

/** So many edits, and the file is what it was: one that is long broken is not what people work on. */
const EDITS_OF_A_TEXT = 25;

/** Replays typing in a file; `onEdit` is told of each edit, and of the file's end (`closed`) when nothing of it is kept. */
export async function replay(
  path: string,
  { seed, count }: { readonly seed: number; readonly count: number },
  onEdit: (done: number) => void,
): Promise<() => void> {
  const service = await createService({ extraPaths: [] });
  const original = readFileSync(path, 'utf8');
  const random = new Random(seed);
  let analyzer: ReturnType<typeof service.analyzer>['analyzer'] | null = service.analyzer('file:///typed.py').analyzer;
  let text = original;
  for (let i = 1; i <= count; i++) {
    text = i % EDITS_OF_A_TEXT === 0 ? original : applyEdits(text, [randomEdit(random, text)]);
    const analysis = analyzer.update(text, true);
    const start = random.below(text.length + 1);
    inlayHints(analysis, { start, end: Math.min(text.length, start + 2000) }, DEFAULT_SETTINGS);
    if (i % 5 === 0) {
      analyzer.settle();
      diagnostics(analyzer.analysis ?? analysis, DEFAULT_SETTINGS);
    }
    // What is tried is taken back.
    if (i % 20 === 0)
      analyzer.analysis?.whatIf([randomEdit(random, text)], (tried) => diagnostics(tried, DEFAULT_SETTINGS));
    onEdit(i);
  }
  return () => {
    analyzer = null;
    service.forgetFiles();
  };
}
