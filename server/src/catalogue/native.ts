/**
 * How functions and methods of the libraries are declared: by the signature that Python shows, and
 * what they do with the bound arguments.
 *
 * `pythonFunction('add(self, layer, rebuild=True)', (context, self, layer) => …)`: the
 * implementation gets the arguments in the order of the signature, an array for `*args`, a map for
 * `**kwargs`. A default is None, True, False, a number or a quoted string.
 */
import { ShapeProblem } from '../shapes/problem';
import { type Arguments, bind, type ParameterKind, type Signature, type SignatureParameter } from '../values/arguments';
import type { Context } from '../values/context';
import { once } from '../values/once';
import {
  FALSE,
  float,
  int,
  type NativeFunction,
  NONE,
  type PropertyValue,
  str,
  TRUE,
  unknown,
  type Value,
} from '../values/value';
import { failure, refusal } from './failure';

export type Implementation = (context: Context, ...values: never[]) => Value;

/** What is called cannot be done with these values: Keras or numpy raises `exception`, and nothing is known of a result. */
export function refuseInput(exception: string, message: string, context: Context): Value {
  const failed = failure('invalid-input', message, { exception });
  return context.refuse(refusal(failed, 'call'), context.unknown(message));
}

/** Binds as Python does; arguments that do not fit are refused, unknown `*args` or `**kwargs` make the call unknown. */
export function pythonFunction(declaration: string, implementation: Implementation): NativeFunction {
  const name = declaredName(declaration);
  const signatureOf = once(() => parseSignature(declaration).signature);
  const run = implementation as (context: Context, ...values: unknown[]) => Value;
  return nativeFunction(name, signatureOf, (given, context) => {
    if (given.uncertain) return unknown(given.uncertain);
    const signature = signatureOf();
    const binding = bind(signature, given);
    if (binding.problem) {
      const refused = failure('invalid-argument', `\`${name}()\` ${binding.problem.message}`, {
        exception: 'TypeError',
        facts: { names: binding.problem.names, problem: binding.problem.kind },
      });
      return context.refuse(refusal(refused, 'call'), context.unknown(`the call of \`${name}()\` is refused`));
    }
    const values = signature.parameters.map((parameter) => {
      if (parameter.kind === 'var-positional') return binding.varPositional;
      if (parameter.kind === 'var-keyword') return binding.varKeyword;
      return binding.bound.get(parameter.name)?.value ?? NONE;
    });
    return run(context, ...values);
  });
}

/**
 * A function that binds its arguments itself; its signature may be one that is read when it is asked for. Where it throws
 * a `ShapeProblem`, the call is refused.
 */
export function nativeFunction(
  name: string,
  signature: Signature | (() => Signature) | null,
  call: NativeFunction['call'],
): NativeFunction {
  const guarded: NativeFunction['call'] = (given, context) => {
    try {
      return call(given, context);
    } catch (thrown) {
      if (!(thrown instanceof ShapeProblem)) throw thrown;
      const { code, message, exception } = thrown;
      return context.refuse(refusal(failure(code, message, { exception }), 'call'), context.unknown(message));
    }
  };
  return {
    kind: 'native',
    name,
    get signature() {
      return typeof signature === 'function' ? signature() : signature;
    },
    call: guarded,
  };
}

/** A computed attribute; without `set` it cannot be assigned. */
export function property(
  get: (context: Context, self: Value) => Value,
  set: ((context: Context, self: Value, value: Value) => void) | null = null,
): PropertyValue {
  const setter = (given: Arguments, context: Context): Value => {
    set?.(context, given.positional[0] ?? NONE, given.positional[1] ?? NONE);
    return NONE;
  };
  return {
    kind: 'property',
    getter: nativeFunction('get', null, (given, context) => get(context, given.positional[0] ?? NONE)),
    setter: set ? nativeFunction('set', null, setter) : null,
    deleter: null,
  };
}

/** Functions as members of a class or module, under their own names. */
export function named(...functions: readonly NativeFunction[]): (readonly [string, Value])[] {
  return functions.map((one) => [one.name, one] as const);
}

/** The name before the parameters. */
export function declaredName(declaration: string): string {
  return declaration.slice(0, declaration.indexOf('('));
}

export function parseSignature(declaration: string): { readonly name: string; readonly signature: Signature } {
  const open = declaration.indexOf('(');
  const parts = declaration
    .slice(open + 1, declaration.lastIndexOf(')'))
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const parameters: SignatureParameter[] = [];
  let kind: ParameterKind = 'positional';
  for (const part of parts) {
    if (part === '*') kind = 'keyword-only';
    else if (part === '/') {
      for (const [i, one] of parameters.entries()) parameters[i] = { ...one, kind: 'positional-only' };
    } else if (part.startsWith('**')) parameters.push({ name: part.slice(2), kind: 'var-keyword', default: null });
    else if (part.startsWith('*')) {
      parameters.push({ name: part.slice(1), kind: 'var-positional', default: null });
      kind = 'keyword-only';
    } else {
      const equals = part.indexOf('=');
      parameters.push({
        name: equals < 0 ? part : part.slice(0, equals),
        kind,
        default: equals < 0 ? null : defaultValue(part.slice(equals + 1)),
      });
    }
  }
  return { name: declaredName(declaration), signature: { parameters } };
}

function defaultValue(text: string): Value {
  if (text === 'None') return NONE;
  if (text === 'True') return TRUE;
  if (text === 'False') return FALSE;
  if (/^['"]/.test(text)) return str(text.slice(1, -1));
  const number = Number(text);
  return /[.e]/.test(text) ? float(number) : int(number);
}

let lastId = -1_000_000;

/** Identities of what the libraries declare: below those that a heap gives, and apart from Python's own. */
export function declaredIdentity(): number {
  lastId -= 1;
  return lastId;
}
