/** Arguments as a call passes them, and signatures as a definition declares them. */
import type { Reason } from '../shapes/reason';
import { onceFor } from './once';
import type { Value } from './value';

export interface Arguments {
  readonly positional: readonly Value[];
  /** In the order written. */
  readonly keywords: ReadonlyMap<string, Value>;
  /** Set where `*args` or `**kwargs` that are not known were passed too: anything may be given. */
  readonly uncertain: Reason | null;
}

export function args(positional: readonly Value[] = [], keywords: Iterable<readonly [string, Value]> = []): Arguments {
  return { positional, keywords: new Map(keywords), uncertain: null };
}

export type ParameterKind = 'positional-only' | 'positional' | 'var-positional' | 'keyword-only' | 'var-keyword';

export interface SignatureParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** Evaluated once, at the definition; null where there is none. */
  readonly default: Value | null;
}

export interface Signature {
  readonly parameters: readonly SignatureParameter[];
}

/** Where an argument's value comes from: the n-th positional one, a keyword, or the default. */
export type ArgumentSource =
  | { readonly from: 'positional'; readonly index: number }
  | { readonly from: 'keyword' }
  | { readonly from: 'default' };

export interface BoundArgument {
  readonly value: Value;
  readonly source: ArgumentSource;
}

/** Why arguments do not fit a signature: CPython's message behind the function's name. */
export interface BindingProblem {
  readonly kind: 'missing' | 'unexpected' | 'multiple' | 'too-many' | 'positional-only';
  readonly message: string;
  /** The parameters or keywords meant. */
  readonly names: readonly string[];
}

export interface Binding {
  readonly bound: ReadonlyMap<string, BoundArgument>;
  readonly varPositional: readonly Value[];
  readonly varKeyword: ReadonlyMap<string, Value>;
  readonly problem: BindingProblem | null;
  /** See `Arguments.uncertain`: parameters left at their defaults may have been given. */
  readonly uncertain: Reason | null;
}

/** What binding needs to know of a signature, found once. */
interface Layout {
  readonly positional: readonly SignatureParameter[];
  readonly takesRest: boolean;
  readonly takesKeywords: boolean;
  /** What may be given by its name. */
  readonly named: ReadonlyMap<string, SignatureParameter>;
  /** What must be given, with CPython's word for its kind. */
  readonly required: readonly { readonly label: string; readonly names: readonly string[] }[];
  readonly defaults: ReadonlyMap<string, BoundArgument>;
}

const layoutOf = onceFor(({ parameters }: Signature): Layout => {
  const positional = parameters.filter((p) => p.kind === 'positional-only' || p.kind === 'positional');
  const required = (label: string, among: readonly SignatureParameter[]) => ({
    label,
    names: among.filter((p) => p.default === null).map((p) => p.name),
  });
  const keywordOnly = parameters.filter((p) => p.kind === 'keyword-only');
  return {
    positional,
    takesRest: parameters.some((p) => p.kind === 'var-positional'),
    takesKeywords: parameters.some((p) => p.kind === 'var-keyword'),
    named: new Map(
      parameters.filter((p) => p.kind === 'positional' || p.kind === 'keyword-only').map((p) => [p.name, p]),
    ),
    required: [required('positional', positional), required('keyword-only', keywordOnly)],
    defaults: new Map(
      parameters.flatMap((p) =>
        p.default === null ? [] : [[p.name, { value: p.default, source: { from: 'default' } } satisfies BoundArgument]],
      ),
    ),
  };
});

/** What is given, before the defaults of the rest: those are the same for all calls and stand in no call's memory. */
class BoundArguments implements ReadonlyMap<string, BoundArgument> {
  private readonly given = new Map<string, BoundArgument>();

  constructor(private readonly defaults: ReadonlyMap<string, BoundArgument>) {}

  give(name: string, value: Value, source: ArgumentSource): void {
    this.given.set(name, { value, source });
  }

  isGiven(name: string): boolean {
    return this.given.has(name);
  }

  get(name: string): BoundArgument | undefined {
    return this.given.get(name) ?? this.defaults.get(name);
  }

  has(name: string): boolean {
    return this.given.has(name) || this.defaults.has(name);
  }

  get size(): number {
    let size = this.defaults.size;
    for (const name of this.given.keys()) if (!this.defaults.has(name)) size += 1;
    return size;
  }

  *entries(): MapIterator<[string, BoundArgument]> {
    yield* this.given;
    for (const entry of this.defaults) if (!this.given.has(entry[0])) yield entry;
  }

  *keys(): MapIterator<string> {
    for (const [name] of this.entries()) yield name;
  }

  *values(): MapIterator<BoundArgument> {
    for (const [, argument] of this.entries()) yield argument;
  }

  [Symbol.iterator](): MapIterator<[string, BoundArgument]> {
    return this.entries();
  }

  forEach(see: (argument: BoundArgument, name: string, map: ReadonlyMap<string, BoundArgument>) => void): void {
    for (const [name, argument] of this.entries()) see(argument, name, this);
  }
}

const NO_VALUES: readonly Value[] = [];

/**
 * Binds as CPython does (`initialize_locals` in ceval.c), in its order of complaints: too many
 * keywords' conflicts, unexpected keywords, too many positional ones, missing ones.
 */
export function bind(signature: Signature, given: Arguments): Binding {
  const { positional, takesRest, takesKeywords, named, required, defaults } = layoutOf(signature);
  const bound = new BoundArguments(defaults);
  const varKeyword = new Map<string, Value>();
  let problem: BindingProblem | null = null;
  const fail = (kind: BindingProblem['kind'], message: string, names: readonly string[]) => {
    problem ??= { kind, message, names };
  };

  for (const [index, parameter] of positional.entries()) {
    const value = given.positional[index];
    if (value === undefined) break;
    bound.give(parameter.name, value, { from: 'positional', index });
  }
  const misplaced: string[] = [];
  for (const [name, value] of given.keywords) {
    if (named.has(name)) {
      if (bound.isGiven(name)) fail('multiple', `got multiple values for argument '${name}'`, [name]);
      else bound.give(name, value, { from: 'keyword' });
    } else if (takesKeywords) varKeyword.set(name, value);
    else if (positional.some((p) => p.name === name)) misplaced.push(name);
    else fail('unexpected', `got an unexpected keyword argument '${name}'`, [name]);
  }
  if (misplaced.length > 0) {
    fail(
      'positional-only',
      `got some positional-only arguments passed as keyword arguments: '${misplaced.join(', ')}'`,
      misplaced,
    );
  }
  if (given.positional.length > positional.length && !takesRest) {
    const keywordOnly = [...given.keywords.keys()].filter((name) => named.get(name)?.kind === 'keyword-only').length;
    fail('too-many', tooMany(positional, given.positional.length, keywordOnly), []);
  }
  if (!given.uncertain) {
    for (const { label, names: wanted } of required) {
      if (wanted.every((name) => bound.isGiven(name))) continue;
      const names = wanted.filter((name) => !bound.isGiven(name));
      fail(
        'missing',
        `missing ${names.length} required ${label} argument${names.length > 1 ? 's' : ''}: ${listed(names)}`,
        names,
      );
    }
  }
  return {
    bound,
    varPositional: given.positional.length > positional.length ? given.positional.slice(positional.length) : NO_VALUES,
    varKeyword,
    problem,
    uncertain: given.uncertain,
  };
}

/** @param named how many keyword-only arguments are given beside them */
function tooMany(positional: readonly SignatureParameter[], count: number, named: number): string {
  const most = positional.length;
  const least = positional.filter((p) => p.default === null).length;
  const takes = least === most ? `${most}` : `from ${least} to ${most}`;
  const taken = `takes ${takes} positional argument${most === 1 && least === most ? '' : 's'} but ${count}`;
  if (named === 0) return `${taken} ${count === 1 ? 'was' : 'were'} given`;
  const also = `${named} keyword-only argument${named === 1 ? '' : 's'}`;
  return `${taken} positional argument${count === 1 ? '' : 's'} (and ${also}) were given`;
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length < 3) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted[quoted.length - 1]}`;
}
