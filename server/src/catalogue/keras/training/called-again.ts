/** A model that was called before is called once more, only to see what it gives: in a loop, turn by turn. */
import { isNested, mapStructure } from '../../../graph/structure';
import { type Dimension, isDynamic } from '../../../shapes/dimension';
import { hasRank } from '../../../shapes/shape';
import { args } from '../../../values/arguments';
import type { Context, PythonError } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import type { DictValue, InstanceValue, Value } from '../../../values/value';
import { callQuietly } from '../calling/call';

export type CalledAgain = { readonly outputs: Value } | { readonly error: PythonError };

/**
 * Calls a model, and tells the trace nothing of it. What it was called on before it is not called on again: Keras makes a
 * function of a model's call for each kind of batch (`make_predict_function`), which leaves its Python code behind.
 */
export function callAgain(model: InstanceValue, inputs: Value, context: Context): CalledAgain {
  const run = (): CalledAgain => {
    const ran = context.attempt(() => context.unobserved(() => callQuietly(model, args([inputs]), context)));
    return 'error' in ran ? ran : { outputs: ran.value.output };
  };
  const asked = questionOf(inputs);
  if (!asked) return run();
  const once = () => ({ called: run(), sizes: asked.sizes });
  const { called, sizes } = context.heap.answer(model, asked.text, once);
  return 'error' in called ? called : { outputs: withSizes(called.outputs, sizes, asked.sizes) };
}

interface Question {
  /** All that a model sees of its inputs, but for which sizes those are that are no numbers. */
  readonly text: string;
  /** Those, in the order in which the text has them. */
  readonly sizes: readonly Dimension[];
}

/** Null where the inputs hold anything but batches as `batch.ts` makes them. */
function questionOf(inputs: Value): Question | null {
  const sizes: Dimension[] = [];
  const sizeText = (size: Dimension): string => {
    if (typeof size === 'number') return String(size);
    const known = sizes.indexOf(size);
    // What is made of a size that only a run tells can be told from it, what is made of one that is not known cannot.
    return `${isDynamic(size) ? 'n' : '?'}${known >= 0 ? known : sizes.push(size) - 1}`;
  };
  const textOf = (value: Value): string | null => {
    if (value.kind === 'tensor') {
      return isPlain(value) && hasRank(value.shape) ? `${value.dtype}(${value.shape.map(sizeText).join()})` : null;
    }
    if (!isNested(value)) return null;
    const parts = value.kind === 'dict' ? dictParts(value, textOf) : value.items.map(textOf);
    return parts.includes(null) || (value.kind === 'dict' && value.cls) ? null : `${value.kind}[${parts.join()}]`;
  };
  const text = textOf(inputs);
  return text === null ? null : { text, sizes };
}

function dictParts({ entries }: DictValue, textOf: (value: Value) => string | null): (string | null)[] {
  return [...entries].map(([hash, { value }]) => {
    const text = textOf(value);
    return text && `${hash}:${text}`;
  });
}

function isPlain({ library, symbolic, producer, name, data, sparse, ragged, mixed }: TensorValue): boolean {
  return library === 'tensorflow' && symbolic && !producer && name === null && !data && !sparse && !ragged && !mixed;
}

/** Outputs with the sizes of this call's batch in place of those of the one that they were computed for. */
function withSizes(outputs: Value, then: readonly Dimension[], now: readonly Dimension[]): Value {
  return mapStructure(outputs, (leaf) => {
    if (leaf.kind !== 'tensor' || !hasRank(leaf.shape)) return leaf;
    const shape = leaf.shape.map((size) => now[then.indexOf(size)] ?? size);
    const { library, symbolic, dtype, sparse, ragged } = leaf;
    return new TensorValue({ library, symbolic, shape, dtype, sparse, ragged });
  });
}
