/**
 * What Keras 2 makes of a function of TensorFlow's in a graph: a layer named after the innermost function that
 * takes Keras tensors, or several layers where a function calls others before it asks for Keras tensors itself.
 */
import { hasRank } from '../../shapes/shape';
import { type Arguments, args as given } from '../../values/arguments';
import type { Context } from '../../values/context';
import type { Value } from '../../values/value';
import type { OpDefinition } from './define-op';

/** Calls a function as a part of another one: it is entered in the graph, and the trace is not told. */
export type EnterPart = (part: OpDefinition, given: Arguments) => Value;

/** A name behind `tf.`, by the rank of the result where that decides. */
export type LayerName = string | ((rank: number) => string);

/** Several layers: the result of the last one, or undefined where it is not known which they are. */
export interface SeveralLayers {
  readonly several: (
    args: ReadonlyMap<string, Value>,
    enter: EnterPart,
    context: Context,
    result: Value,
  ) => Value | undefined;
}

export type GraphLayers = LayerName | SeveralLayers;

/** Calls TensorFlow's functions by their names behind `tf.`, as parts. */
export type CallPart = (
  name: string,
  positional: readonly Value[],
  keywords?: Readonly<Record<string, Value>>,
) => Value;

type Body = (args: (name: string) => Value, call: CallPart, context: Context, result: Value) => Value | undefined;

/** Layers that a body makes by calls of `named` functions. */
export function severalLayers(named: (name: string) => OpDefinition | undefined, body: Body): SeveralLayers {
  return {
    several: (args, enter, context, result) => {
      const call: CallPart = (name, positional, keywords = {}) => {
        const part = named(name);
        if (!part) throw new Error(`there is no op ${name}`);
        return enter(part, given(positional, Object.entries(keywords)));
      };
      const argument = (name: string): Value => {
        const value = args.get(name);
        if (!value) throw new Error(`there is no argument ${name}`);
        return value;
      };
      return body(argument, call, context, result);
    },
  };
}

/** The name of the only layer; null where there are several, or where a rank that decides is not known. */
export function layerName({ name, layers = name }: OpDefinition, result: Value): string | null {
  if (typeof layers === 'string') return layers;
  if (typeof layers === 'object') return null;
  return result.kind === 'tensor' && hasRank(result.shape) ? layers(result.shape.length) : null;
}
