/** Arguments as a call passes them, and signatures as a definition declares them. */
import type { Reason } from '../shapes/reason';
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

/**
 * Binds as CPython does (`initialize_locals` in ceval.c), in its order of complaints: too many
 * keywords' conflicts, unexpected keywords, too many positional ones, missing ones.
 */
export function bind(signature: Signature, given: Arguments): Binding {
  const bound = new Map<string, BoundArgument>();
  const varKeyword = new Map<string, Value>();
  const { parameters } = signature;
  const positional = parameters.filter((p) => p.kind === 'positional-only' || p.kind === 'positional');
  const takesRest = parameters.some((p) => p.kind === 'var-positional');
  const takesKeywords = parameters.some((p) => p.kind === 'var-keyword');
  let problem: BindingProblem | null = null;
  const fail = (kind: BindingProblem['kind'], message: string, names: readonly string[]) => {
    problem ??= { kind, message, names };
  };

  given.positional.slice(0, positional.length).forEach((value, index) => {
    bound.set((positional[index] as SignatureParameter).name, { value, source: { from: 'positional', index } });
  });
  const misplaced: string[] = [];
  for (const [name, value] of given.keywords) {
    const parameter = parameters.find((p) => p.name === name && (p.kind === 'positional' || p.kind === 'keyword-only'));
    if (parameter) {
      if (bound.has(name)) fail('multiple', `got multiple values for argument '${name}'`, [name]);
      else bound.set(name, { value, source: { from: 'keyword' } });
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
    const named = parameters.filter((p) => p.kind === 'keyword-only' && given.keywords.has(p.name)).length;
    fail('too-many', tooMany(positional, given.positional.length, named), []);
  }
  const missing = (kinds: readonly ParameterKind[]) =>
    parameters.filter((p) => kinds.includes(p.kind) && !bound.has(p.name) && p.default === null).map((p) => p.name);
  if (!given.uncertain) {
    for (const [kinds, label] of [
      [['positional-only', 'positional'], 'positional'],
      [['keyword-only'], 'keyword-only'],
    ] as const) {
      const names = missing(kinds);
      if (names.length > 0) {
        fail(
          'missing',
          `missing ${names.length} required ${label} argument${names.length > 1 ? 's' : ''}: ${listed(names)}`,
          names,
        );
      }
    }
  }
  for (const parameter of parameters) {
    if (parameter.default !== null && !bound.has(parameter.name)) {
      bound.set(parameter.name, { value: parameter.default, source: { from: 'default' } });
    }
  }
  return {
    bound,
    varPositional: given.positional.slice(positional.length),
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
