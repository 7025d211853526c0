/** Compares what we say of a program with what real Keras did: at each place, each distinct output. */
import type { JsonFile, JsonOutput, JsonRange } from '../server/src/features/trace-json';

/** `[dtype, …sizes]`, `{ list }` or `{ dict }`; see scripts/import-vectors.mjs. */
export type TruthOutput =
  | null
  | readonly [dtype: string, ...sizes: (number | null | '?')[]]
  | { readonly list: readonly TruthOutput[] }
  | { readonly dict: Readonly<Record<string, TruthOutput>> };

export interface Truth {
  readonly keras: string;
  readonly calls: readonly {
    readonly at: string;
    readonly callee: string;
    readonly eager?: boolean;
    readonly gives: readonly (readonly [TruthOutput, number | null, 'eager'?])[];
  }[];
  readonly models: readonly { readonly at: string; readonly name: string; readonly parameters: unknown }[];
  readonly arrays: readonly { readonly at: string; readonly name: string; readonly is: TruthOutput }[];
  readonly errors: readonly {
    readonly lines: readonly [number, number];
    readonly phase: string;
    readonly says: string;
  }[];
  readonly reached: readonly (readonly [number, number])[];
}

export class Score {
  exact = 0;
  parametersExact = 0;
  modelsExact = 0;
  arraysExact = 0;
  errorsFound = 0;
  readonly partial: string[] = [];
  readonly missing: string[] = [];
  readonly wrong: string[] = [];
  readonly parametersWrong: string[] = [];
  readonly parametersMissing: string[] = [];
  readonly modelsWrong: string[] = [];
  readonly modelsMissing: string[] = [];
  readonly errorsMissed: string[] = [];
  readonly falseAlarms: string[] = [];

  get total(): number {
    return this.exact + this.partial.length + this.missing.length;
  }

  add(other: Score): void {
    this.exact += other.exact;
    this.parametersExact += other.parametersExact;
    this.modelsExact += other.modelsExact;
    this.arraysExact += other.arraysExact;
    this.errorsFound += other.errorsFound;
    for (const list of LISTS) this[list].push(...other[list]);
  }
}

const LISTS = [
  'partial',
  'missing',
  'wrong',
  'parametersWrong',
  'parametersMissing',
  'modelsWrong',
  'modelsMissing',
  'errorsMissed',
  'falseAlarms',
] as const;

interface Said {
  readonly parameters: number | null;
  readonly callee: string;
}

export function judge(program: string, truth: Truth, ours: JsonFile): Score {
  const score = new Score();
  const said = ourOutputs(ours);
  const { asked, allowed } = trueOutputs(truth);
  for (const [at, outputs] of asked) {
    const candidates = said.get(at) ?? new Map<string, Said>();
    for (const [key, { parameters, callee }] of outputs) {
      const where = `${program}:${at} ${callee}: Keras ${key}, ours ${[...candidates.keys()].join(', ') || 'nothing'}`;
      const mine = candidates.get(key);
      if (mine) {
        score.exact += 1;
        if (parameters === null) continue;
        if (mine.parameters === parameters) score.parametersExact += 1;
        else if (mine.parameters === null) score.parametersMissing.push(`${where}: ${parameters} parameters`);
        else score.parametersWrong.push(`${where}: ${parameters} parameters, ours ${mine.parameters}`);
      } else if ([...candidates.keys()].some((candidate) => isCompatible(candidate, key))) score.partial.push(where);
      else score.missing.push(where);
    }
    for (const [candidate, { callee }] of candidates) {
      if (![...outputs.keys(), ...(allowed.get(at) ?? [])].some((output) => isCompatible(candidate, output)))
        score.wrong.push(`${program}:${at} ${callee}: ours ${candidate}, Keras ${[...outputs.keys()].join(', ')}`);
    }
  }
  judgeArrays(program, truth, ours, score);
  judgeModels(program, truth, ours, score);
  judgeErrors(program, truth, ours, score);
  return score;
}

function ourOutputs(ours: JsonFile): Map<string, Map<string, Said>> {
  const said = new Map<string, Map<string, Said>>();
  for (const call of ours.calls) {
    if (call.assumed || call.constructorPath) continue;
    // Every object has a `constructor`.
    const at = place(Object.hasOwn(call, 'constructor') && call.constructor ? call.constructor : call.range);
    const outputs = said.get(at) ?? new Map<string, Said>();
    said.set(at, outputs);
    for (const { output, parameters } of call.observations) {
      const key = ourKey(output);
      if (key !== null && !outputs.has(key)) outputs.set(key, { parameters, callee: call.callee });
    }
  }
  return said;
}

/** What Keras ran on real data may be said, but is not asked for. */
function trueOutputs(truth: Truth): { asked: Map<string, Map<string, Said>>; allowed: Map<string, string[]> } {
  const asked = new Map<string, Map<string, Said>>();
  const allowed = new Map<string, string[]>();
  for (const call of truth.calls) {
    if (call.eager) continue;
    for (const [output, parameters, eager] of call.gives) {
      const key = trueKey(output);
      if (key === null) continue;
      if (eager) {
        allowed.set(call.at, [...(allowed.get(call.at) ?? []), key]);
        continue;
      }
      const outputs = asked.get(call.at) ?? new Map<string, Said>();
      asked.set(call.at, outputs);
      if (!outputs.has(key)) outputs.set(key, { parameters, callee: call.callee });
    }
  }
  return { asked, allowed };
}

function judgeArrays(program: string, truth: Truth, ours: JsonFile, score: Score): void {
  const mine = new Map(ours.arrays.map((array) => [place(array.range), ourKey(array.output)]));
  for (const { at, name, is } of truth.arrays) {
    const [key, own] = [trueKey(is), mine.get(at)];
    if (own === undefined || own === null || key === null) continue;
    if (own === key) score.arraysExact += 1;
    else if (!isCompatible(own, key)) score.wrong.push(`${program}:${at} ${name}: ours ${own}, numpy ${key}`);
  }
}

function judgeModels(program: string, truth: Truth, ours: JsonFile, score: Score): void {
  for (const { at, name, parameters } of truth.models) {
    const totals = ours.models.filter((model) => place(model.range) === at).map((model) => model.parameters);
    const where = `${program}:${at} ${name}: Keras ${JSON.stringify(parameters)}, ours ${JSON.stringify(totals)}`;
    if (totals.some((total) => same(total, parameters))) score.modelsExact += 1;
    else if (totals.some((total) => total !== null)) score.modelsWrong.push(where);
    else score.modelsMissing.push(where);
  }
}

function same(a: unknown, b: unknown): boolean {
  const values = (one: unknown) => Object.entries(one ?? {}).sort(([x], [y]) => (x < y ? -1 : 1));
  return JSON.stringify(values(a)) === JSON.stringify(values(b));
}

function judgeErrors(program: string, truth: Truth, ours: JsonFile, score: Score): void {
  const alarms = ours.diagnostics.filter((one) => one.severity === 'error');
  const span = ({ range }: { range: JsonRange }) => [range.start.line, range.end.line] as const;
  const touches = (a: readonly [number, number], b: readonly [number, number]) => a[0] <= b[1] && b[0] <= a[1];
  for (const { lines, phase, says } of truth.errors) {
    if (phase === 'other') continue;
    if (alarms.some((alarm) => touches(span(alarm), lines))) score.errorsFound += 1;
    else score.errorsMissed.push(`${program}:${lines[0]}: ${phase}: ${says}`);
  }
  for (const alarm of alarms) {
    const [from, to] = span(alarm);
    if (truth.errors.some((error) => touches([from, to], error.lines))) continue;
    if (truth.reached.some(([first, last]) => first <= from && to <= last))
      score.falseAlarms.push(`${program}:${from}: ${alarm.code}: ${alarm.message}`);
  }
}

function place({ start, end }: JsonRange): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/** Outputs as comparable text: `(None, 4)`, `[(None, 4), (None, 8)]`, `{a: (None, 4)}`. */
function trueKey(output: TruthOutput): string | null {
  if (output === null) return null;
  if ('list' in output) return `[${output.list.map(trueKey).join(', ')}]`;
  if ('dict' in output) return dictKey(Object.entries(output.dict).map(([key, one]) => [key, trueKey(one)]));
  const sizes = (output as readonly unknown[]).slice(1) as (number | null | '?')[];
  return shapeKey(sizes[0] === '?' && sizes.length === 1 ? '?' : sizes);
}

function ourKey(output: JsonOutput): string | null {
  if (output === null) return null;
  if (Array.isArray(output)) return `[${output.map(ourKey).join(', ')}]`;
  if ('dict' in output) return dictKey(Object.entries(output.dict).map(([key, one]) => [key, ourKey(one)]));
  return shapeKey((output as { shape: readonly (number | null | '?')[] | '?' }).shape);
}

function dictKey(entries: readonly (readonly [string, string | null])[]): string {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, one]) => `${key}: ${one}`).join(', ')}}`;
}

function shapeKey(sizes: readonly (number | null | '?')[] | '?'): string {
  return sizes === '?' ? '?' : `(${sizes.map((size) => (size === null ? 'None' : String(size))).join(', ')})`;
}

/** Equal, but for what ours calls unknown. */
function isCompatible(ours: string, truth: string): boolean {
  if (ours === truth || truth === '?') return true;
  const pattern = ours
    .replace(/[.*+^${}()|[\]\\]/g, '\\$&')
    .replace(/(?<=[(, ])\?(?=[,)])/g, '(?:None|\\d+)')
    .replace(/(?<=^|[[{ ])\?(?=$|[\]},])/g, '(?:\\?|\\([^()]*\\))');
  return new RegExp(`^${pattern}$`).test(truth);
}
