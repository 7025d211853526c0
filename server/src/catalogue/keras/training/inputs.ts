/** Data that a model was called on and refused. */
import { modelState } from '../../../graph/model';
import { flatten } from '../../../graph/structure';
import { surelyDiffer } from '../../../shapes/dimension';
import { formatShape, hasRank, type Shape } from '../../../shapes/shape';
import type { PythonError } from '../../../values/context';
import type { Value } from '../../../values/value';
import { failure } from '../../failure';
import { refusedShapes } from './about-shapes';
import type { Batch } from './batch';
import type { Finding, Running } from './check';

export function inputFailure(running: Running, error: PythonError, batch: Batch, data: Value): Finding | null {
  const refusal = refusedShapes(error);
  if (!refusal) return null;
  const network = modelState(running.model)?.network.value;
  // Keras 3 leaves out what is too much for a model of one input.
  const isOne = running.context.generation === 'keras3' && network?.inputs.length === 1;
  if (refusal.code === 'invalid-input' && isOne) return null;
  const index = refusal.inputs?.[0] ?? 0;
  const given = flatten(batch.inputs)[index];
  const expected = network?.inputs[index]?.shape;
  // A model inside of it may have said so of an input of its own.
  const isItsInput = expected !== undefined && refusal.facts?.expected === formatShape(expected);
  const isOwn =
    expected !== undefined &&
    refusal.code === 'incompatible-shapes' &&
    given?.kind === 'tensor' &&
    !agree(expected, given.shape) &&
    (isItsInput || sameRank(expected, given.shape));
  const name = running.method.name;
  if (isOwn && given?.kind === 'tensor' && hasRank(given.shape) && hasRank(expected)) {
    const shown = flatten(data)[index];
    const shape = shown?.kind === 'tensor' ? shown.shape : given.shape;
    return {
      failure: failure(
        'data-shape',
        `\`${name}\` gets data of shape \`${formatShape(shape)}\`, and the model takes \`${formatShape(expected)}\``,
        { exception: refusal.exception, facts: { index, expected, actual: shape, from: batch.from } },
      ),
      about: shown ? [shown] : [],
    };
  }
  const code = refusal.code === 'invalid-input' ? 'data-inputs' : 'data-shape';
  const shown = flatten(data)[index] ?? data;
  return {
    failure: failure(code, `\`${name}\` fails on these data: ${refusal.message}`, {
      exception: refusal.exception,
      facts: {
        index,
        from: batch.from,
        inner: refusal.code,
        ...(expected ? { expected } : {}),
        ...(shown.kind === 'tensor' ? { actual: shown.shape } : {}),
      },
    }),
    about: [shown],
  };
}

/** A Sequential of Keras 3 leaves it to its layers to find out that the data have other sizes. */
function sameRank(a: Shape, b: Shape): boolean {
  return hasRank(a) && hasRank(b) && a.length === b.length;
}

/** Whether nothing speaks against two shapes being one. */
function agree(a: Shape, b: Shape): boolean {
  if (!hasRank(a) || !hasRank(b)) return true;
  return a.length === b.length && !a.some((size, i) => surelyDiffer(size, b[i] ?? size));
}
