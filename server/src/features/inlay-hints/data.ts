/** What data sets give at each step, at the end of the line that makes them: `(None, 28, 28), (None,)`. */
import type { Analysis } from '../../analysis/analysis';
import { contextFilter } from '../../analysis/callers';
import { outputText } from '../../analysis/observed';
import { DataPayload } from '../../catalogue/keras/data/element-spec';
import type { BindingRecord } from '../../interpreter/trace';
import { code } from '../markdown';
import type { HintSource, InlayHint } from './hint';
import { lineEnd } from './shape';

export const dataHints: HintSource = {
  kind: 'data',
  setting: 'data',
  isOfStatements: true,
  collect({ analysis, range, callers }) {
    const isShown = contextFilter(analysis, callers);
    const lines = new Map<number, Map<string, string>>();
    for (const record of analysis.itemsIn(range).flatMap((item) => analysis.recordsOf(item).bindings)) {
      const text = elementText(record);
      const span = analysis.span(record.site.place);
      if (text === null || !span || span.end < range.start || span.start > range.end) continue;
      if (isShown && !isShown(record.context)) continue;
      const line = lastLine(analysis, record, span.end);
      const there = lines.get(line) ?? new Map<string, string>();
      // Of several calls of a function the first is shown, as for tensors.
      if (!there.has(record.name)) there.set(record.name, text);
      lines.set(line, there);
    }
    return [...lines].map(([line, texts]): InlayHint => {
      const label = [...texts.values()].join(' · ');
      return {
        kind: 'data',
        offset: lineEnd(analysis, line),
        label,
        parts: [label],
        paddingLeft: true,
        edits: () => [],
        details: () => ({
          tooltip: [...texts].map(([name, text]) => `${code(name)} gives ${code(text)} at each step`).join('\n\n'),
          parts: [null],
        }),
      };
    });
  },
};

function elementText({ value }: BindingRecord): string | null {
  if (value.kind !== 'instance' || !(value.payload instanceof DataPayload)) return null;
  return outputText(value.payload.source.element);
}

/** The line on which the assignment ends. */
function lastLine(analysis: Analysis, { site }: BindingRecord, otherwise: number): number {
  const { statement } = site.item;
  const whole =
    statement.kind === 'Assign' ? analysis.span({ ...site.place, start: statement.start, end: statement.end }) : null;
  return analysis.lines.position(whole?.end ?? otherwise).line;
}
