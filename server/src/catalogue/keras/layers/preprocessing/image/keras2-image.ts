/** What layers on images share in Keras 2, whose random ones run as if training where the call says nothing. */
import { type Dimension, dynamic, isDynamic } from '../../../../../shapes/dimension';
import type { Value } from '../../../../../values/value';
import type { LayerQuestion } from '../../../../define-layer';
import { failure, type MaybeFailure } from '../../../../failure';
import { comparable } from '../../../../numbers';
import { anything, describe, type Param, sequenceItems } from '../../../../params';

/** Whether the call trains: true unless it says otherwise (None says nothing); undefined where that is not known. */
export function trains(call: ReadonlyMap<string, Value>): boolean | undefined {
  const training = call.get('training');
  if (!training || training.kind === 'None') return true;
  if (training.kind === 'bool') return training.value;
  const found = comparable(training);
  return typeof found === 'object' ? found.number !== 0 : undefined;
}

/** TensorFlow's image functions take one image or a batch of them. */
export function imageRank({ callee, input }: LayerQuestion<unknown>, least = 3, most = 4): MaybeFailure {
  return (
    (input.rank < least || input.rank > most) &&
    failure(
      'wrong-rank',
      `${callee} takes images of ${most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} or ${most}`} dimensions, and this input has ${input.rank}`,
      { inputs: [0], facts: { expected: input.rank < least ? least : most, actual: input.rank } },
    )
  );
}

/** The same where the layer trains; else it passes its input on. */
export function trainedRank(question: LayerQuestion<unknown>, least = 3, most = 4): MaybeFailure {
  return trains(question.keywords) === true && imageRank(question, least, most);
}

/** What is turned, moved or zoomed while training must be of a type that TensorFlow can transform. */
export function transformable(question: LayerQuestion<{ readonly fill_value: Value }>): MaybeFailure {
  const { callee, dtype, keywords, args } = question;
  const { fill_value: filled } = args;
  return (
    trains(keywords) === true &&
    (trainedRank(question) ||
      ((filled.kind === 'str' || filled.kind === 'None') &&
        failure('invalid-argument', `\`fill_value\` of ${callee} must be a number, not ${describe(filled)}`, {
          parameter: 'fill_value',
          exception: filled.kind === 'str' ? 'TypeError' : 'ValueError',
        })) ||
      (dtype !== '?' &&
        !TRANSFORMED.has(dtype) &&
        failure('incompatible-dtypes', `${callee} cannot transform images of ${dtype}`, {
          exception: 'TypeError',
          facts: { dtype },
        })))
  );
}

const TRANSFORMED: ReadonlySet<string> = new Set(['uint8', 'int32', 'int64', 'float16', 'float32', 'float64']);

/** Lower and upper end of what is drawn from; undefined where not known. */
export type Ends = readonly [number, number] | undefined;

/** A factor: the first two of a sequence, or a number for both ends (`spread` gives them). */
export function endsFactor(
  check: (ends: readonly [number, number]) => string | false,
  spread: (factor: number) => readonly [number, number] = (factor) => [-factor, factor],
): Param<Ends> {
  return {
    default: null,
    read: (value, { callee, parameter }) => {
      const wrong = (wanted: string, exception: string) => ({
        failure: failure(
          'invalid-argument',
          `\`${parameter}\` of ${callee} must be ${wanted}, not ${describe(value)}`,
          {
            parameter,
            exception,
          },
        ),
      });
      const items = sequenceItems(value);
      if (value.kind === 'unknown' || value.kind === 'instance' || (value.kind === 'list' && !items)) {
        return { value: undefined };
      }
      if (items && items.length < 2) return wrong('two numbers', 'IndexError');
      const numbers = (items ? items.slice(0, 2) : [value]).map(comparable);
      if (numbers.includes('no number')) return wrong('numbers', 'TypeError');
      if (numbers.includes('unknown')) return { value: undefined };
      const [a = 0, b] = numbers.map((found) => (found as { readonly number: number }).number);
      const ends = b === undefined ? spread(a) : ([a, b] as const);
      const problem = check(ends);
      return problem ? wrong(problem, 'ValueError') : { value: ends };
    },
  };
}

export const inOrder = ([low, high]: readonly [number, number]) => high < low && 'of a lower end not above the upper';

export const within = (least: number, most: number) => (ends: readonly [number, number]) =>
  ends.some((end) => end < least || end > most) && `from ${least} to ${most}`;

export const keras2Seed = anything();

/** Height and width behind any leading axes, as `input_shape[-3]` and `[-2]` are written. */
export function withSize(shape: readonly Dimension[], height: Dimension | null, width: Dimension | null): Dimension[] {
  return shape.map((size, i) => {
    if (i === shape.length - 3) return height ?? size;
    return i === shape.length - 2 ? (width ?? size) : size;
  });
}

/** Cutting what TensorFlow does not know the size of loses the size of the batch. */
export function cutTo(shape: readonly Dimension[], height: Dimension, width: Dimension): Dimension[] {
  const cut = withSize(shape, height, width);
  const open = shape.length === 4 && shape.slice(1, 3).some(isDynamic);
  return open ? [dynamic(), ...cut.slice(1)] : cut;
}
