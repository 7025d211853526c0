/** What a program's text says about the Keras it is written for, gathered without running it. */
import type { Assign, Expression, Item, Node, ParsedModule } from '../python/ast';
import { forEachChild } from '../python/walk';

export interface GenerationFacts {
  /** Dotted names of what is imported, as written and in order: `tensorflow`, `keras.layers.Dense`. */
  readonly imports: readonly string[];
  /** The same of what stands in for another import where that fails: in the handlers of a `try` that imports. */
  readonly fallbacks: readonly string[];
  /** Dotted names that attributes of imported modules are read by, aliases resolved: `tensorflow.keras.layers`. */
  readonly attributes: ReadonlySet<string>;
  /** Names of keyword arguments. */
  readonly keywords: ReadonlySet<string>;
  /** Names of keyword arguments behind the last name of what is called: `Conv2D.weights`. */
  readonly spellings: ReadonlySet<string>;
  /** Last names of what is called: `Dense`, `fit_generator`. */
  readonly callees: ReadonlySet<string>;
  /** Environment variables that are set to a literal: `KERAS_BACKEND=jax`. */
  readonly environment: ReadonlySet<string>;
}

/** The imported name and the name that it is bound to. */
type Imported = readonly [string, string];

/** What one statement holds. */
interface ItemFacts {
  readonly imports: readonly Imported[];
  readonly fallbacks: readonly Imported[];
  /** Attribute chains that begin with a name: `['tf', 'keras', 'layers']`. */
  readonly chains: readonly (readonly string[])[];
  readonly keywords: readonly string[];
  readonly spellings: readonly string[];
  readonly callees: readonly string[];
  readonly environment: readonly string[];
}

const known = new WeakMap<Item, ItemFacts>();

export function generationFacts(module: ParsedModule): GenerationFacts {
  const facts = module.items.map(factsOf);
  const imports = facts.flatMap((one) => one.imports);
  const fallbacks = facts.flatMap((one) => one.fallbacks);
  const bound = new Map([...fallbacks, ...imports].map(([name, as]) => [as, name]));
  const attributes = new Set<string>();
  for (const { chains } of facts) {
    for (const [first, ...rest] of chains) {
      const root = bound.get(first ?? '');
      if (root) attributes.add([root, ...rest].join('.'));
    }
  }
  return {
    imports: imports.map(([name]) => name),
    fallbacks: fallbacks.map(([name]) => name),
    attributes,
    keywords: new Set(facts.flatMap((one) => one.keywords)),
    spellings: new Set(facts.flatMap((one) => one.spellings)),
    callees: new Set(facts.flatMap((one) => one.callees)),
    environment: new Set(facts.flatMap((one) => one.environment)),
  };
}

/** Tells whether the facts of a module may have changed, at the cost of what changed in it. */
export class FactsWatch {
  private items: readonly Item[] = [];
  /** How many statements hold each fact. */
  private readonly counts = new Map<string, number>();

  /** Whether some fact is new since the last time, or is gone. */
  follow(items: readonly Item[]): boolean {
    const before = this.items;
    const most = Math.min(before.length, items.length);
    let head = 0;
    while (head < most && before[head] === items[head]) head += 1;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === items[items.length - 1 - tail]) tail += 1;
    const touched = new Map<string, number>();
    const count = (item: Item, by: number): void => {
      for (const fact of namesOf(factsOf(item))) {
        const old = this.counts.get(fact) ?? 0;
        if (!touched.has(fact)) touched.set(fact, old);
        this.counts.set(fact, old + by);
      }
    };
    for (let i = head; i < before.length - tail; i++) count(before[i] as Item, -1);
    for (let i = head; i < items.length - tail; i++) count(items[i] as Item, 1);
    this.items = items;
    let changed = false;
    for (const [fact, old] of touched) {
      const now = this.counts.get(fact) ?? 0;
      if (now === 0) this.counts.delete(fact);
      changed ||= old > 0 !== now > 0;
    }
    return changed;
  }
}

function* namesOf(facts: ItemFacts): Generator<string> {
  const { imports, fallbacks, chains, keywords, spellings, callees, environment } = facts;
  for (const [name, as] of imports) yield `import ${name} as ${as}`;
  for (const [name, as] of fallbacks) yield `fallback ${name} as ${as}`;
  for (const chain of chains) yield chain.join('.');
  for (const keyword of keywords) yield `${keyword}=`;
  for (const spelling of spellings) yield `${spelling}=`;
  for (const callee of callees) yield `${callee}()`;
  for (const setting of environment) yield `environ ${setting}`;
}

function factsOf(item: Item): ItemFacts {
  const cached = known.get(item);
  if (cached) return cached;
  const imports: Imported[] = [];
  const fallbacks: Imported[] = [];
  let into = imports;
  const chains: string[][] = [];
  const keywords: string[] = [];
  const spellings: string[] = [];
  const callees: string[] = [];
  const environment: string[] = [];
  const visit = (node: Node): void => {
    switch (node.kind) {
      case 'Import':
        for (const { name, asname } of node.names) {
          const root = name.replace(/\..*/, '');
          into.push([name, asname ?? root]);
          if (asname === null && root !== name) into.push([root, root]);
        }
        return;
      case 'ImportFrom':
        if (node.level > 0) return;
        for (const { name, asname } of node.names) into.push([`${node.module}.${name}`, asname ?? name]);
        return;
      case 'Assign': {
        const setting = settingOf(node);
        if (setting !== null) environment.push(setting);
        break;
      }
      case 'Try': {
        const before = into;
        for (const statement of node.body) visit(statement);
        if (node.body.some(({ kind }) => kind === 'Import' || kind === 'ImportFrom')) into = fallbacks;
        for (const { type, body } of node.handlers) for (const part of type ? [type, ...body] : body) visit(part);
        into = before;
        for (const statement of [...node.orelse, ...node.finalbody]) visit(statement);
        return;
      }
      case 'Attribute': {
        const chain = chainOf(node);
        if (!chain) break;
        chains.push(chain);
        return;
      }
      case 'Call': {
        const { func } = node;
        const callee = func.kind === 'Name' ? func.id : func.kind === 'Attribute' ? func.attr : null;
        if (callee !== null) callees.push(callee);
        for (const { arg } of node.keywords) {
          if (arg === null) continue;
          keywords.push(arg);
          if (callee !== null) spellings.push(`${callee}.${arg}`);
        }
      }
    }
    forEachChild(node, visit);
  };
  visit(item.statement);
  const facts = { imports, fallbacks, chains, keywords, spellings, callees, environment };
  known.set(item, facts);
  return facts;
}

/** `NAME=value` for `os.environ['NAME'] = 'value'`. */
function settingOf({ targets, value }: Assign): string | null {
  const [target] = targets;
  if (target?.kind !== 'Subscript' || target.value.kind !== 'Attribute' || target.value.attr !== 'environ') return null;
  const [name, content] = [target.slice, value].map((node) => (node.kind === 'Constant' ? node.value : null));
  return name?.type === 'str' && content?.type === 'str' ? `${name.value}=${content.value}` : null;
}

/** `a.b.c` as its names; null where it does not begin with a name. */
function chainOf(node: Expression): string[] | null {
  const names: string[] = [];
  let inner = node;
  while (inner.kind === 'Attribute') {
    names.unshift(inner.attr);
    inner = inner.value;
  }
  return inner.kind === 'Name' ? [inner.id, ...names] : null;
}
