/** For tests of layers: calls a definition on shapes, without a program. */
import { type Dimension, dynamic } from '../shapes/dimension';
import type { DType } from '../shapes/dtype';
import { formatShape } from '../shapes/shape';
import { args } from '../values/arguments';
import type { Generation } from '../values/context';
import { kerasTensor, numpyArray } from '../values/tensor';
import { bool, float, int, ListValue, NONE, str, tuple, type Value } from '../values/value';
import {
  type Explanation,
  inGeneration,
  type LayerDefinition,
  type Learned,
  type Nesting,
  type Output,
} from './define-layer';
import type { Failure } from './failure';
import { ask, construct, isShape } from './layer-call';

/** JavaScript data as a Python value: arrays are tuples, whole numbers ints. */
export function pythonValue(data: unknown): Value {
  if (data === null || data === undefined) return NONE;
  if (typeof data === 'boolean') return bool(data);
  if (typeof data === 'number') return Number.isInteger(data) ? int(data) : float(data);
  if (typeof data === 'string') return str(data);
  if (Array.isArray(data)) return tuple(data.map(pythonValue));
  return data as Value;
}

export const list = (...items: unknown[]): Value => new ListValue(items.map(pythonValue));

/** Sizes with null for `None`. */
export type PlainShape = readonly (number | null)[];

export interface Outcome {
  /** As Keras prints it; several in brackets; undefined where refused. */
  readonly output: string | undefined;
  readonly parameters: number | undefined;
  /** The code of the failure, and its message. */
  readonly refused: string | undefined;
  readonly message: string | undefined;
  readonly phase: 'construct' | 'call' | undefined;
  /** Of an output whose shape comes bare. */
  readonly dtype: DType | undefined;
  readonly explanation: Explanation | undefined;
}

/**
 * `callLayer(conv2d, [8, 3], { padding: 'same' }, [[null, 28, 28, 1]])`: positional and keyword
 * arguments of the constructor, then the shapes of the inputs.
 */
export function callLayer(
  layer: LayerDefinition,
  positional: readonly unknown[],
  keywords: Readonly<Record<string, unknown>>,
  shapes: readonly PlainShape[],
  options: {
    generation?: Generation;
    imageDataFormat?: 'channels_last' | 'channels_first';
    dtype?: DType;
    inputDType?: DType;
    /** Keyword arguments of the call. */
    call?: Readonly<Record<string, unknown>>;
    /** How the inputs nest, for layers that take them so. */
    nesting?: Nesting;
    /** Shapes of an earlier call, which built the layer. */
    builtOn?: readonly PlainShape[];
    /** Inputs are arrays of data, not symbolic tensors. */
    data?: boolean;
    /** What `adapt` made of the layer. */
    learned?: Learned;
  } = {},
): Outcome {
  const { generation = 'keras3', imageDataFormat = 'channels_last', dtype = 'float32' } = options;
  const settings = { generation, imageDataFormat };
  const definition = inGeneration(layer, generation);
  const given = args(
    positional.map(pythonValue),
    Object.entries(keywords).map(([k, v]) => [k, pythonValue(v)] as const),
  );
  const base = new Set(['name', 'dtype', 'trainable', 'activity_regularizer', 'input_shape', 'input_dim', 'autocast']);
  const refused = (failed: Failure, phase: 'construct' | 'call'): Outcome => ({
    output: undefined,
    parameters: undefined,
    refused: failed.code,
    message: failed.message,
    phase,
    dtype: undefined,
    explanation: undefined,
  });
  const made = construct(definition, given, settings, base);
  if (made.failure) return refused(made.failure, 'construct');
  const tensorOf = (shape: PlainShape) =>
    (options.data ? numpyArray : kerasTensor)(
      shape.map((d): Dimension => d ?? dynamic()),
      options.inputDType ?? 'float32',
    );
  const answer = ask(definition, made, shapes.map(tensorOf), {
    ...settings,
    dtype,
    keywords: new Map(Object.entries(options.call ?? {}).map(([name, value]) => [name, pythonValue(value)])),
    nesting: options.nesting,
    learned: options.learned ?? null,
    built: options.builtOn?.map(tensorOf) ?? null,
  });
  if (answer.failure) return refused(answer.failure, 'call');
  const parameters = answer.weights.reduce((total, w) => total + w.shape.reduce<number>((n, d) => n * Number(d), 1), 0);
  return {
    output: formatOutput(answer.output),
    parameters,
    refused: undefined,
    message: undefined,
    phase: undefined,
    dtype: answer.dtype,
    explanation: answer.explanation,
  };
}

function formatOutput(output: Output): string {
  if (isShape(output)) return formatShape(output);
  if ('shape' in output) return formatShape(output.shape);
  if (output.type === 'dict')
    return `{${Object.entries(output.items)
      .map(([k, v]) => `${k}: ${formatOutput(v)}`)
      .join(', ')}}`;
  return `[${output.items.map(formatOutput).join(', ')}]`;
}
