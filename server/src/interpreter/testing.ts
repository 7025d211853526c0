/** For tests: runs Python text. Not part of the shipped program. */
import assert from 'node:assert/strict';
import type { CatalogueFactory } from '../catalogue/catalogue';
import { processorTime } from '../node/clock';
import { readParserFiles } from '../node/wasm';
import type { ParsedModule } from '../python/ast';
import { createParser, type PythonParser } from '../python/parse';
import type { Generation } from '../values/context';
import type { TensorValue } from '../values/tensor';
import { type ClassValue, isUnknownValue, OBJECT, type Value } from '../values/value';
import type { Clock, Limits } from './budget';
import type { ModuleResolver } from './imports';
import { Program } from './program';
import { StandardSources } from './stdlib/sources';
import type { Trace } from './trace';

let shared: Promise<PythonParser> | null = null;

/** One parser for all tests. */
export function testParser(): Promise<PythonParser> {
  shared ??= createParser(readParserFiles());
  return shared;
}

/** Declares nothing. */
export const noCatalogue: CatalogueFactory = () => ({
  module: () => undefined,
  tensorClass: (_: TensorValue): ClassValue => OBJECT,
  isScalarOf: () => undefined,
  scalarClass: () => undefined,
});

export interface RunOptions {
  readonly catalogue?: CatalogueFactory;
  readonly generation?: Generation;
  /** Other files of the workspace by path: `package/__init__.py`, `helpers.py`. */
  readonly files?: Readonly<Record<string, string>>;
  readonly limits?: Limits;
  readonly clock?: Clock;
}

export interface PythonRun {
  readonly program: Program;
  readonly trace: Trace;
  /** `repr` of a module-level name at the end; `?: reason` where it is not known; undefined where it is not bound. */
  repr(name: string): string | undefined;
  value(name: string): Value | undefined;
  /** Text of every failure of ours. */
  readonly internalErrors: readonly string[];
  /** Runs the program again with other text. */
  edit(text: string): Trace;
  parse(text: string): ParsedModule;
}

/** Runs Python text as the file `main.py` of a workspace. */
export async function runPython(text: string, options: RunOptions = {}): Promise<PythonRun> {
  const parser = await testParser();
  const internalErrors: string[] = [];
  const parse = (source: string) => parser.parse(source);
  const program = new Program({
    uri: 'file:///main.py',
    catalogue: options.catalogue ?? noCatalogue,
    ...(options.generation ? { generation: options.generation } : {}),
    ...(options.limits ? { limits: options.limits } : {}),
    clock: options.clock ?? processorTime,
    resolver: new StandardSources(parse, filesResolver(options.files ?? {}, parse)),
    onInternalError: (error) =>
      internalErrors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  });
  let module = parser.parse(text);
  let trace = program.run(module);
  const value = (name: string) => new Map(trace.values()).get(name);
  return {
    program,
    get trace() {
      return trace;
    },
    value,
    repr: (name) => {
      const found = value(name);
      if (found === undefined) return undefined;
      const text = program.repr(found);
      return text ?? (isUnknownValue(found) ? `?: ${found.reason.text}` : '?');
    },
    internalErrors,
    edit: (next) => {
      module = parser.parse(next, module);
      trace = program.run(module);
      return trace;
    },
    parse,
  };
}

/** Finds modules among files given by path, as Python's import system does with the workspace as its path. */
export function filesResolver(
  files: Readonly<Record<string, string>>,
  parse: (text: string) => ParsedModule,
): ModuleResolver {
  const parsed = new Map<string, ParsedModule>();
  const root = 'file:///';
  return {
    resolve(name, level, fromUri) {
      const folders = level === 0 ? [] : fromUri.slice(root.length).split('/').slice(0, -level);
      const parts = [...folders, ...name.split('.').filter((part) => part !== '')];
      for (const isPackage of [true, false]) {
        const path = isPackage ? [...parts, '__init__.py'].join('/') : `${parts.join('/')}.py`;
        const text = files[path];
        if (text === undefined) continue;
        let module = parsed.get(path);
        if (!module) {
          module = parse(text);
          parsed.set(path, module);
        }
        return { uri: root + path, module, isPackage, isLibrary: false };
      }
      return undefined;
    },
  };
}

/**
 * Runs Python text and compares names at its end with their `repr`s. `?` stands for any unknown
 * value, `?: text` for one whose reason contains the text.
 */
export async function expectValues(
  text: string,
  expected: Readonly<Record<string, string | undefined>>,
  options: RunOptions = {},
): Promise<void> {
  await expectRun(text, expected, options);
}

/** As `expectValues`, and gives the run for more questions. */
export async function expectRun(
  text: string,
  expected: Readonly<Record<string, string | undefined>>,
  options: RunOptions = {},
): Promise<PythonRun> {
  const run = await runPython(text, options);
  assert.deepEqual(run.internalErrors, []);
  for (const [name, repr] of Object.entries(expected)) {
    const found = run.repr(name);
    if (repr === '?') assert.match(String(found), /^\?/, name);
    else if (repr?.startsWith('?: ')) {
      assert.ok(found?.startsWith('?: ') && found.includes(repr.slice(3)), `${name}: ${found}`);
    } else assert.equal(found, repr, name);
  }
  return run;
}
