/** Everything that was found, in the format that real Keras' own traces have: what `trace --json` prints. */
import type { Analysis } from '../analysis/analysis';
import { layerState } from '../graph/layer';
import { modelParameters, modelRows } from '../graph/summary';
import type { ContextFrame, ModelRecord, Observation } from '../interpreter/trace';
import type { ParsedModule } from '../python/ast';
import { messageOf, type Problem } from '../rules';
import { isDynamic, isKnown } from '../shapes/dimension';
import type { Place } from '../shapes/reason';
import { hasRank } from '../shapes/shape';
import type { Edit } from '../text/edit';
import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';
import type { Value } from '../values/value';
import { quickFixes } from './code-actions';
import { diagnostics } from './diagnostics';
import { withoutCodeSpans } from './markdown';
import type { Settings } from './settings';

/** Lines and columns count from 1; columns in UTF-16 code units; the end is the first place behind. */
export interface JsonPosition {
  readonly line: number;
  readonly column: number;
}
export interface JsonRange {
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}
export type JsonTensor = { readonly shape: readonly (number | null | '?')[] | '?'; readonly dtype: string };
export type JsonOutput =
  | JsonTensor
  | null
  | readonly JsonOutput[]
  | { readonly dict: Readonly<Record<string, JsonOutput>> };

export interface JsonFile {
  readonly uri: string;
  readonly calls: readonly JsonCall[];
  readonly models: readonly JsonModel[];
  readonly arrays: readonly JsonArray[];
  readonly diagnostics: readonly JsonDiagnostic[];
}

export interface JsonCall {
  readonly range: JsonRange;
  readonly constructor?: JsonRange;
  /** The file that the constructor stands in, where it is another one. */
  readonly constructorPath?: string;
  readonly kind: string;
  readonly callee: string;
  readonly assumed: boolean;
  /** Every time on real data, where the same layer or op is part of a graph elsewhere: a sample that is looked at. */
  readonly eager: boolean;
  readonly observations: readonly {
    readonly output: JsonOutput;
    readonly parameters: number | null;
    readonly context: readonly string[];
  }[];
}

export interface JsonModel {
  readonly range: JsonRange;
  readonly class: string;
  readonly name: string | null;
  readonly assumed: boolean;
  readonly rows: readonly {
    readonly name: string | null;
    readonly class: string;
    readonly output: JsonOutput;
    readonly parameters: number | null;
  }[];
  readonly parameters: {
    readonly total: number;
    readonly trainable: number | null;
    readonly nonTrainable: number | null;
  } | null;
}

export interface JsonArray {
  readonly range: JsonRange;
  readonly name: string;
  readonly output: JsonOutput;
}

export interface JsonDiagnostic {
  readonly range: JsonRange;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly fixes: readonly {
    readonly title: string;
    readonly edits: readonly { readonly range: JsonRange; readonly newText: string }[];
  }[];
}

/** What else is needed of the run: the text of modules that the program imports. */
export interface Modules {
  module(uri: string): ParsedModule | undefined;
}

/**
 * How many statements are run to try the fixes of one file. Generated files with hundreds of mistakes
 * would take minutes; in a program of a person this is never used up.
 */
const MOST_STATEMENTS_TRIED = 6000;

/** The document's own file first, then each file of the program that it imports and that something happened in. */
export function traceJson(analysis: Analysis, modules: Modules, settings: Settings): JsonFile[] {
  const places = new Places(analysis, modules);
  const files = new Map<string, MutableFile>();
  const fileOf = (uri: string): MutableFile => {
    const file: MutableFile = files.get(uri) ?? { calls: new Map(), models: [], arrays: [] };
    files.set(uri, file);
    return file;
  };
  fileOf(analysis.uri);
  for (const observation of analysis.trace.observations) {
    const range = places.range(observation.site.place);
    if (range) addCall(fileOf(observation.site.place.uri).calls, observation, range, places);
  }
  for (const record of analysis.trace.models) {
    const range = places.range(record.site.place);
    if (range) fileOf(record.site.place.uri).models.push(modelJson(record, range, analysis));
  }
  for (const { site, name, value } of analysis.trace.arrays) {
    const range = places.range(site.place);
    if (range) fileOf(site.place.uri).arrays.push({ range, name, output: outputJson(value) });
  }
  return [...files].map(([uri, { calls, models, arrays }]) => ({
    uri,
    calls: besideGraphs([...calls.values()])
      .sort((a, b) => startOf(a) - startOf(b))
      .map(({ shown: _, ...call }) => call),
    models,
    arrays,
    diagnostics: uri === analysis.uri ? diagnosticsJson(analysis, settings) : [],
  }));
}

/** Calls come as they stand in the file; those of a Sequential, where their layers are made. */
function startOf({ shown: { start } }: MutableCall): number {
  return start.line * 1e5 + start.column;
}

interface MutableFile {
  readonly calls: Map<string, MutableCall>;
  readonly models: JsonModel[];
  readonly arrays: JsonArray[];
}

type MutableCall = Omit<JsonCall, 'observations'> & {
  /** Where a reader looks for it. */
  readonly shown: JsonRange;
  observations: JsonCall['observations'][number][];
};

function addCall(calls: Map<string, MutableCall>, observation: Observation, range: JsonRange, places: Places): void {
  const { constructed, kind, callee, assumed, output, parameters, context } = observation;
  const made = constructed ? places.range(constructed.place) : null;
  const elsewhere = constructed && constructed.place.uri !== observation.site.place.uri ? constructed.place.uri : null;
  const eager = ranOnData(observation);
  const key = JSON.stringify([range, made, elsewhere, assumed, eager, kind]);
  const call = calls.get(key) ?? {
    range,
    ...(made ? { constructor: made } : {}),
    ...(made && elsewhere ? { constructorPath: elsewhere } : {}),
    shown: (observation.throughModel && made) || range,
    kind,
    callee,
    assumed,
    eager,
    observations: [],
  };
  calls.set(key, call);
  call.observations.push({
    output: outputJson(output),
    parameters,
    context: context.map((frame) => places.frame(frame)),
  });
}

/**
 * Whether the program's own line gave a call tensors, and each of them holds real data. What a layer does inside of it
 * is no such call: Keras may run it on symbolic tensors first, to build the layer.
 */
function ranOnData({ inputs, context, throughModel }: Observation): boolean {
  if (throughModel || context.some(({ name }) => name === 'call')) return false;
  return inputs.length > 0 && inputs.every((tensor) => !tensor.symbolic);
}

/** A layer that is only ever called on data says what its graph would be: those calls count as any. */
function besideGraphs(calls: readonly MutableCall[]): MutableCall[] {
  const place = (call: MutableCall) =>
    JSON.stringify(Object.hasOwn(call, 'constructor') ? call.constructor : call.range);
  const inGraphs = new Set(calls.filter((call) => !call.eager).map(place));
  return calls.map((call) => ({ ...call, eager: call.eager && inGraphs.has(place(call)) }));
}

function modelJson({ instance, assumed }: ModelRecord, range: JsonRange, analysis: Analysis): JsonModel {
  const { generation } = analysis.trace;
  return {
    range,
    class: instance.cls.name,
    name: layerState(instance)?.name.value ?? null,
    assumed,
    rows: (modelRows(instance, generation) ?? []).map((row) => ({
      name: row.name,
      class: row.class,
      output: row.output ? outputJson(row.output) : null,
      parameters: row.parameters,
    })),
    parameters: modelParameters(instance, generation),
  };
}

/** Null where it is not known how many tensors there are. */
export function outputJson(value: Value): JsonOutput {
  switch (value.kind) {
    case 'tensor': {
      const { shape, dtype } = value;
      if (!hasRank(shape)) return { shape: '?', dtype };
      return { shape: shape.map((size) => (isKnown(size) ? size : isDynamic(size) ? null : '?')), dtype };
    }
    case 'tuple':
      return value.items.map(partJson);
    case 'list':
      return value.uncertain ? null : value.items.map(partJson);
    case 'dict': {
      if (value.uncertain) return null;
      const entries = [...value.entries.values()];
      return { dict: Object.fromEntries(entries.map((entry) => [keyText(entry.key), partJson(entry.value)])) };
    }
    default:
      return null;
  }
}

/** One of several outputs: that it is there is known, even where nothing else of it is. */
function partJson(value: Value): JsonOutput {
  return value.kind === 'unknown' ? { shape: '?', dtype: '?' } : outputJson(value);
}

function keyText(key: Value): string {
  return key.kind === 'str' || key.kind === 'int' ? String(key.value) : '?';
}

function diagnosticsJson(analysis: Analysis, settings: Settings): JsonDiagnostic[] {
  let left = MOST_STATEMENTS_TRIED;
  const range = (span: Span) => rangeOf(analysis.lines, span);
  return diagnostics(analysis, settings).map((problem: Problem) => {
    left -= problem.fixes.length * analysis.module.items.length;
    const fixes = left < 0 ? [] : quickFixes(analysis, problem);
    return {
      range: range(problem.span),
      severity: problem.severity,
      code: problem.code,
      message: withoutCodeSpans(messageOf(problem)),
      fixes: fixes.map(({ title, edits }) => ({
        title,
        edits: edits.map((edit: Edit) => ({ range: range(edit), newText: edit.newText })),
      })),
    };
  });
}

function rangeOf(lines: LineIndex, { start, end }: Span): JsonRange {
  const position = (offset: number): JsonPosition => {
    const { line, column } = lines.position(offset);
    return { line: line + 1, column: column + 1 };
  };
  return { start: position(start), end: position(end) };
}

/** Places of this document and of the modules that it imports. */
class Places {
  private readonly lines = new Map<string, LineIndex | null>();

  constructor(
    private readonly analysis: Analysis,
    private readonly modules: Modules,
  ) {}

  range(place: Place): JsonRange | null {
    if (place.uri === this.analysis.uri) {
      const span = this.analysis.span(place);
      return span && rangeOf(this.analysis.lines, span);
    }
    const lines = this.linesOf(place.uri);
    const { start } = place.item;
    return lines && rangeOf(lines, { start: start + place.start, end: start + place.end });
  }

  /** `build@12:4` */
  frame({ name, call }: ContextFrame): string {
    const range = call && this.range(call);
    return range ? `${name}@${range.start.line}:${range.start.column}` : name;
  }

  private linesOf(uri: string): LineIndex | null {
    const known = this.lines.get(uri);
    if (known !== undefined) return known;
    const module = this.modules.module(uri);
    const lines = module ? new LineIndex(module.text) : null;
    this.lines.set(uri, lines);
    return lines;
  }
}
