/** What an edit leads to, found by running the program with it. */
import type { Analysis } from '../analysis/analysis';
import { type ModelHere, modelsOf } from '../analysis/models';
import { outputText } from '../analysis/observed';
import { modelParameters } from '../graph/summary';
import type { FixIdea, Problem } from '../rules';
import { missOf } from '../rules/autoencoder-size';
import { formatShape, hasRank } from '../shapes/shape';
import type { Edit } from '../text/edit';
import { keptWith } from '../values/once';
import { diagnostics } from './diagnostics';
import { spotsByLine } from './inlay-hints/shape';
import { DEFAULT_SETTINGS } from './settings';

/** An idea that was tried. */
export interface TriedFix {
  /** The idea's title and what it leads to: ``Add `padding="same"` — output becomes `(None, 32, 32, 1)` ``. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Whether there are fewer problems with it, and no new ones. */
  readonly isBetter: boolean;
  /** For ordering: what makes the whole model fit comes first. */
  readonly rank: readonly number[];
}

interface Standing {
  readonly problems: readonly {
    readonly code: string;
    readonly severity: string;
    readonly callee: string;
    readonly line: number;
  }[];
  readonly models: readonly {
    readonly output: string;
    readonly input: string;
    readonly misses: boolean;
    readonly parameters: number | null;
  }[];
  /** Shapes at the ends of lines, by the line's number. */
  readonly lines: ReadonlyMap<number, string>;
}

/**
 * Tries each idea, and puts those first that mend the most. Of ideas for a problem only those that
 * mend it are given; where none does, those for what is no error are given with what they lead to.
 */
export function tryFixes(analysis: Analysis, ideas: readonly FixIdea[], problem: Problem | null): TriedFix[] {
  if (ideas.length === 0) return [];
  const before = standingOf(analysis, []);
  const outcomes = ideas.map((idea) => {
    const after = standingOf(analysis, idea.edits);
    const outcome = outcomeText(before, after, linesOf(analysis, idea, problem));
    const counts = (['error', 'warning', 'information'] as const).map(
      (severity) => countOf(after, severity) - countOf(before, severity),
    );
    const fix: TriedFix = {
      title: outcome ? `${idea.title} — ${outcome}` : idea.title,
      edits: idea.edits,
      isBetter: (counts.find((change) => change !== 0) ?? 0) < 0 && !newProblem(before, after),
      // Of those that leave as many errors, one that brings a new one is the worse.
      rank: [counts[0] ?? 0, newProblem(before, after) ? 1 : 0, ...counts.slice(1)],
    };
    return { fix, isMended: problem !== null && isMended(analysis, before, after, problem, idea) };
  });
  const mending = outcomes.filter(({ isMended }) => isMended);
  // Where one leaves less to be refused, those that only move the refusal are no help.
  const freeing = problem?.severity === 'error' ? mending.filter(({ fix }) => (fix.rank[0] ?? 0) < 0) : [];
  const kept =
    freeing.length > 0 ? freeing : mending.length > 0 ? mending : problem?.severity === 'error' ? [] : outcomes;
  return kept.map(({ fix }) => fix).sort((a, b) => compare(a.rank, b.rank));
}

/** What was tried on each analysis: the light bulb asks again wherever the cursor goes. */
const tried = keptWith((_analysis: Analysis) => new Map<string, Standing>());

function standingOf(analysis: Analysis, edits: readonly Edit[]): Standing {
  const known = tried(analysis);
  const key = JSON.stringify(edits.map(({ start, end, newText }) => [start, end, newText]));
  const found = known.get(key) ?? (edits.length === 0 ? standing(analysis) : analysis.whatIf(edits, standing));
  known.set(key, found);
  return found;
}

/** The problems that there are with some edits. */
export function problemsWith(analysis: Analysis, edits: readonly Edit[]): Standing['problems'] {
  return standingOf(analysis, edits).problems;
}

/** Whether a program with some edits has the same models and no new problems. */
export function keepsModels(analysis: Analysis, edits: readonly Edit[]): boolean {
  const before = standingOf(analysis, []);
  const after = standingOf(analysis, edits);
  return JSON.stringify(before.models) === JSON.stringify(after.models) && !newProblem(before, after);
}

/** Whether there are fewer problems of a kind, and fewer on the line of this one: another like it may be the one mended. */
function isMended(analysis: Analysis, before: Standing, after: Standing, problem: Problem, idea: FixIdea): boolean {
  const callee = subjectOf(problem.what);
  const like = ({ problems }: Standing) => problems.filter((one) => one.code === problem.code && one.callee === callee);
  const [old, left] = [like(before), like(after)];
  const line = lineOf(analysis, idea, problem.span.start);
  const onLine = (problems: Standing['problems'], at: number) => problems.filter((one) => one.line === at).length;
  return left.length < old.length && onLine(left, line.after) < onLine(old, line.before);
}

/** The lines whose shapes tell of an edit: the problem's, and those that are edited. */
function linesOf(analysis: Analysis, idea: FixIdea, problem: Problem | null): { before: number; after: number }[] {
  const edited = Math.min(...idea.edits.map((edit) => edit.start));
  return [...(problem ? [problem.span.end] : []), edited].map((offset) => lineOf(analysis, idea, offset));
}

/** The line of an offset, and the same line with an idea's edits. */
function lineOf(analysis: Analysis, { edits }: FixIdea, offset: number): { before: number; after: number } {
  const { line } = analysis.lines.position(offset);
  const added = edits.filter((edit) => edit.start <= offset);
  const moved = added.reduce(
    (sum, edit) => sum + breaks(edit.newText) - breaks(analysis.text.slice(edit.start, edit.end)),
    0,
  );
  return { before: line, after: line + moved };
}

function breaks(text: string): number {
  return text.split('\n').length - 1;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, at) => value !== b[at]);
  return i < 0 ? 0 : (a[i] as number) - (b[i] as number);
}

function standing(analysis: Analysis): Standing {
  const lines = new Map<number, string>();
  const range = { start: 0, end: analysis.text.length };
  for (const [line, spots] of spotsByLine({ analysis, range, settings: DEFAULT_SETTINGS, answers: new Map() })) {
    const last = spots[spots.length - 1]?.observations[0];
    const text = last && outputText(last.output);
    if (text) lines.set(line, text);
  }
  return {
    problems: diagnostics(analysis, DEFAULT_SETTINGS).map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      callee: subjectOf(problem.what),
      line: analysis.lines.position(problem.span.start).line,
    })),
    models: modelsOf(analysis).map((model) => ({
      output: shapesText(model.outputs),
      input: shapesText(model.inputs),
      misses: missOf(model, analysis) !== null || fits(model),
      parameters: modelParameters(model.record.instance, analysis.trace.generation)?.total ?? null,
    })),
    lines,
  };
}

/** The first word of what is said: the layer's class, mostly. */
function subjectOf(what: string): string {
  return /^[A-Z]\w*/.exec(what)?.[0] ?? '';
}

/** Nothing where of one of them not even the rank is known. */
function shapesText(tensors: ModelHere['outputs']): string {
  const isKnown = tensors.every(({ shape }) => hasRank(shape));
  return isKnown ? tensors.map(({ shape }) => formatShape(shape)).join(', ') : '';
}

/** Whether a model gives back the size that it takes: what an autoencoder is for. */
function fits({ inputs, outputs }: ModelHere): boolean {
  const [input, output] = [inputs[0]?.shape, outputs[0]?.shape];
  return (
    inputs.length === 1 &&
    outputs.length === 1 &&
    input !== undefined &&
    output !== undefined &&
    hasRank(input) &&
    input.length >= 3 &&
    formatShape(input) === formatShape(output)
  );
}

function countOf({ problems }: Standing, severity: string): number {
  return problems.filter((problem) => problem.severity === severity).length;
}

/** A problem that is there after an edit and was not before. */
function newProblem(before: Standing, after: Standing): Standing['problems'][number] | undefined {
  const left = new Map<string, number>();
  const key = (problem: Standing['problems'][number]) => `${problem.code}:${problem.callee}`;
  for (const problem of before.problems) left.set(key(problem), (left.get(key(problem)) ?? 0) + 1);
  return after.problems.find((problem) => {
    const count = left.get(key(problem)) ?? 0;
    left.set(key(problem), count - 1);
    return count <= 0 && (problem.severity === 'error' || problem.severity === 'warning');
  });
}

/** What becomes of the models, else of the line itself; and what is refused then. */
function outcomeText(
  before: Standing,
  after: Standing,
  lines: readonly { before: number; after: number }[],
): string | null {
  const parts: string[] = [];
  const model = after.models.findIndex((one, i) => one.output !== '' && one.output !== before.models[i]?.output);
  const changed = after.models[model];
  if (changed) {
    const was = before.models[model];
    parts.push(`output becomes \`${changed.output}\`${inputText(changed, was?.misses ?? false)}`);
  } else {
    const line = lines.find((one) => (after.lines.get(one.after) ?? '') !== (before.lines.get(one.before) ?? ''));
    const shape = line && after.lines.get(line.after);
    if (shape) parts.push(`gives \`${shape}\``);
  }
  const problem = newProblem(before, after);
  if (problem && problem.code !== 'autoencoder-size') {
    parts.push(`then ${problem.callee || 'a later line'} ${problem.severity === 'error' ? 'is refused' : 'disagrees'}`);
  }
  return parts.length > 0 ? parts.join(', ') : null;
}

/** For models that give back their input's size, or nearly: what that size is. */
function inputText(changed: Standing['models'][number], mattered: boolean): string {
  if (!changed.misses && !mattered) return '';
  const input = changed.input.replace(/^\(None, /, '(');
  return changed.input === changed.output ? ', as the input' : `, input is \`${input}\``;
}
