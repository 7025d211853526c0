/** The same expression in several calls of its function: how each is named. */
import type { Analysis } from '../analysis/analysis';
import { outputText } from '../analysis/observed';
import { lineOf } from '../analysis/reasons';
import type { ContextFrame, Observation } from '../interpreter/trace';

/** Distinct shapes of a spot, in order, each with the contexts that gave it. */
export interface ShapeInContexts {
  readonly text: string;
  readonly observations: readonly Observation[];
}

export function distinctShapes(observations: readonly Observation[]): ShapeInContexts[] {
  const [only] = observations;
  if (only && observations.length === 1) {
    const text = outputText(only.output);
    return text === null ? [] : [{ text, observations }];
  }
  const found = new Map<string, Observation[]>();
  for (const observation of observations) {
    const text = outputText(observation.output);
    if (text === null) continue;
    const same = found.get(text);
    if (same) same.push(observation);
    else found.set(text, [observation]);
  }
  return [...found].map(([text, same]) => ({ text, observations: same }));
}

/** `build, line 12 › block, line 7`; empty at module level. */
export function contextText(analysis: Analysis, context: readonly ContextFrame[]): string {
  return context
    .map(({ name, call }) => {
      const line = call && lineOf(analysis, call);
      return line ? `${name}, line ${line}` : name;
    })
    .join(' › ');
}
