/**
 * A classifier whose Dense layers work on each position of an image, because nothing flattens it.
 *
 * Keras allows it: Dense works on the last axis. So this is information, and only where the model
 * ends in a softmax for every position behind layers that only shrink.
 */
import type { Analysis } from '../analysis/analysis';
import { type CallSite, callAt } from '../analysis/arguments';
import { modelsOf } from '../analysis/models';
import { argumentsOf, definitionOf, tensorsOf, windowOf } from '../analysis/observed';
import type { Observation } from '../interpreter/trace';
import { formatShape, hasRank, type Shape } from '../shapes/shape';
import type { Edit } from '../text/edit';
import { callsBehind } from './blame';
import type { FixIdea, Problem, Rule } from './rule';

const code = 'flatten-before-dense';

export const flattenBeforeDense: Rule = {
  code,
  level: 'information',
  title: 'Dense layers on every position of an image',
  page: {
    what: 'A classifier ends in `Dense(…, activation="softmax")` behind convolutions, and nothing flattens or pools their output: it classifies every position.',
    why: '`Dense` works on the last axis and keeps all others.',
    next: 'Put `Flatten()` or `GlobalAveragePooling2D()` before the first Dense layer, unless a class for each position is what you want.',
    wrong:
      'model = keras.Sequential([\n    keras.Input(shape=(28, 28, 1)),\n    layers.Conv2D(8, 3),\n    layers.Dense(10, activation="softmax"),\n])',
    right:
      'model = keras.Sequential([\n    keras.Input(shape=(28, 28, 1)),\n    layers.Conv2D(8, 3),\n    layers.Flatten(),\n    layers.Dense(10, activation="softmax"),\n])',
  },
  check(analysis) {
    const seen = new Set<number>();
    return modelsOf(analysis).flatMap((model) => {
      const first = firstDense(analysis, model.outputs[0]?.shape, callsBehind(analysis, model.outputs));
      const problem = first && problemOf(first, analysis);
      if (!problem || seen.has(problem.span.start)) return [];
      seen.add(problem.span.start);
      return [problem];
    });
  },
};

/** The first of the Dense layers that end a model, where they work on every position of an image. */
function firstDense(analysis: Analysis, output: Shape | undefined, calls: readonly Observation[]): Observation | null {
  const last = calls[0];
  if (!output || !last || !isDenseOnGrid(last) || !isSoftmax(last) || last.assumed) return null;
  if (analysis.isStale(last.site.item)) return null;
  let first = last;
  for (const call of calls) {
    if (isDenseOnGrid(call)) first = call;
    else if (!['Dropout', 'Activation', 'BatchNormalization'].includes(call.callee)) break;
  }
  const before = calls.slice(calls.indexOf(first) + 1);
  const shrinks = before.some((call) => windowOf(call) !== undefined);
  return shrinks && !before.some(grows) ? first : null;
}

/** Dense on an image or a volume: what comes of steps of a sequence is classified for each step as a rule. */
export function isDenseOnGrid(call: Observation): boolean {
  const shape = call.inputs[0]?.shape;
  return definitionOf(call.instance)?.name === 'Dense' && shape !== undefined && hasRank(shape) && shape.length >= 4;
}

function isSoftmax(call: Observation): boolean {
  const activation = argumentsOf(call.instance)?.get('activation')?.value;
  return activation?.kind === 'str' && activation.value === 'softmax';
}

function grows(call: Observation): boolean {
  return /^UpSampling|Transpose$|^Conv.*Transpose/.test(call.callee);
}

function problemOf(call: Observation, analysis: Analysis): Problem | null {
  const site = call.constructed ?? call.site;
  const span = analysis.span(site.place);
  if (!span) return null;
  const [input] = call.inputs;
  const [output] = tensorsOf(call.output);
  return {
    code,
    severity: 'information',
    span,
    what: `Dense works on each position of \`${formatShape(input?.shape ?? [])}\` and gives \`${formatShape(output?.shape ?? [])}\``,
    next: 'put `Flatten()` before it, unless a class for each position is what you want',
    related: [],
    fixes: flattenIdeas(call, analysis),
  };
}

/** `Flatten()` before a Dense layer: around its argument, or as the element before it. */
export function flattenIdeas(call: Observation, analysis: Analysis): FixIdea[] {
  const made = callAt(call.constructed);
  const flatten = made && flattenLike(made, analysis);
  if (!made || !flatten) return [];
  const edits = call.throughModel ? elementBefore(made, flatten, analysis) : aroundInput(call, flatten, analysis);
  return edits ? [{ title: 'Add `Flatten()` before it', edits }] : [];
}

/** How the program would name Flatten, by how it names Dense: `layers.Flatten()`. */
function flattenLike({ site, call }: CallSite, analysis: Analysis): string | null {
  const span = analysis.span({ ...site.place, start: call.func.start, end: call.func.end });
  if (!span) return null;
  const name = analysis.text.slice(span.start, span.end);
  if (call.func.kind === 'Attribute' && call.func.attr === 'Dense') return `${name.slice(0, -'Dense'.length)}Flatten()`;
  for (const [known, value] of analysis.trace.values()) {
    if (value.kind === 'class' && value.name === 'Flatten') return `${known}()`;
  }
  return null;
}

function aroundInput(call: Observation, flatten: string, analysis: Analysis): Edit[] | null {
  const found = callAt(call.site);
  const [argument] = found?.call.args ?? [];
  const span = found && argument && analysis.span({ ...found.site.place, start: argument.start, end: argument.end });
  if (!span || found.call.args.length !== 1) return null;
  return [
    { start: span.start, end: span.start, newText: `${flatten}(` },
    { start: span.end, end: span.end, newText: ')' },
  ];
}

/** In a list, on a line of its own where Dense stands on one; in `model.add(…)`, as a statement before. */
function elementBefore(made: CallSite, flatten: string, analysis: Analysis): Edit[] | null {
  const span = analysis.span(made.site.place);
  if (!span) return null;
  const { lines, text } = analysis;
  const lineStart = lines.lineStart(lines.position(span.start).line);
  const before = text.slice(lineStart, span.start);
  if (before.trim() === '') return [{ start: span.start, end: span.start, newText: `${flatten},\n${before}` }];
  const added = /^(\s*)([\w.]+)\.add\(\s*$/.exec(before);
  if (added) return [{ start: lineStart, end: lineStart, newText: `${added[1]}${added[2]}.add(${flatten})\n` }];
  return /[[,]\s*$/.test(before) ? [{ start: span.start, end: span.start, newText: `${flatten}, ` }] : null;
}
