import {
  type Dimension,
  dynamic,
  formatDimension,
  isDynamic,
  isKnown,
  product,
  unknownDimension,
} from '../../../../shapes/dimension';
import { type Reason, reason } from '../../../../shapes/reason';
import { cannotReshape, explainReshape, reshaped, type Target } from '../../../../shapes/reshape';
import { formatShape, unknownShape } from '../../../../shapes/shape';
import type { Value } from '../../../../values/value';
import { defineLayer, type InputView, type Output, variant } from '../../../define-layer';
import { type Failure, failure, type MaybeFailure } from '../../../failure';
import { describe, integerOf, iterableItems, mayBeAnything, type Param, type ReadContext } from '../../../params';
import { inputDType } from '../../keras2';

/** The sizes asked for, or why not even their number is known. */
type TargetShape = readonly Target[] | Reason;

/** What Keras 2 is given; `below`: its one negative number is not -1. */
interface LateTarget {
  readonly target: TargetShape;
  readonly below: boolean;
}

const FREE = dynamic();

/** Keras 3 takes whatever is no int for a `None`, and refuses what is below -1, and a second -1. */
const targetShape: Param<TargetShape> = {
  default: null,
  read: (value, context) => {
    const items = iterableItems(value);
    if (items === null) return { failure: notIterable(value, context) };
    if ('text' in items) return { value: items };
    const numbers = items.map((item) => integerOf(item));
    const { callee, parameter } = context;
    const wrong = (message: string) => ({ failure: failure('invalid-argument', message, { parameter }) });
    const low = numbers.find((size) => size !== undefined && size < -1);
    if (low !== undefined) return wrong(`\`${parameter}\` of ${callee} must hold sizes and at most one -1, not ${low}`);
    if (numbers.filter((size) => size === -1).length > 1) {
      return wrong(`\`${parameter}\` of ${callee} holds more than one -1, and only one size can be worked out`);
    }
    return { value: items.map((item) => targetOf(item, FREE)) };
  },
};

/** Keras 2 looks at the items when the layer is called, takes ints only, and any negative one for -1. */
const lateTargetShape: Param<LateTarget> = {
  default: null,
  read: (value, context) => {
    const items = iterableItems(value);
    if (items === null) return { failure: notIterable(value, context) };
    if ('text' in items) return { value: { target: items, below: false } };
    const { callee, parameter } = context;
    const refuse = (message: string, exception?: string) => ({
      value: {
        target: items.map((item) => targetOf(item, unknownDimension(reason(`\`${parameter}\` is refused`)))),
        below: false,
      },
      later: failure('invalid-argument', message, { parameter, ...(exception ? { exception } : {}) }),
    });
    const odd = items.find((item) => integerOf(item) === undefined && !mayBeAnything(item));
    if (odd) {
      return refuse(
        `\`${parameter}\` of ${callee} must hold ints only, not ${describe(odd)}`,
        odd.kind === 'float' || odd.kind === 'str' ? 'TypeError' : 'ValueError',
      );
    }
    const negative = items.map((item) => integerOf(item)).filter((size) => size !== undefined && size < 0);
    if (negative.length > 1) {
      return refuse(`\`${parameter}\` of ${callee} holds more than one -1, and only one size can be worked out`);
    }
    return {
      value: { target: items.map((item) => targetOf(item, FREE)), below: negative.some((size) => size !== -1) },
    };
  },
};

function notIterable(value: Value, { callee, parameter }: ReadContext): Failure {
  const hint = value.kind === 'int' ? `: write (${describe(value)},)` : '';
  return failure('invalid-argument', `\`${parameter}\` of ${callee} must be a tuple, not ${describe(value)}${hint}`, {
    parameter,
    exception: 'TypeError',
  });
}

/** A `None` is shown as one of its own in each output. */
function targetOf(item: Value, other: Dimension): Target {
  const size = integerOf(item);
  if (size !== undefined) return size < 0 ? 'rest' : size;
  if (item.kind === 'unknown') return unknownDimension(item.reason);
  return mayBeAnything(item) ? unknownDimension(reason('an item of `target_shape` is not known')) : other;
}

export const reshape = defineLayer({
  name: 'Reshape',
  summary: 'Gives the axes behind the batch other sizes, with as many elements.',
  docs: 'api/layers/reshaping_layers/reshape/',
  rule: {
    words:
      'The batch, then `target_shape`; one -1 there stands for what is left of the elements. The number of elements must stay.',
    formula: '(batch, …) → (batch, *target_shape)',
    example: 'Reshape((7, -1))(Input((784,)))',
    readFrom: 'layers/reshaping/reshape.py: Reshape.compute_output_shape',
  },
  params: { target_shape: targetShape },
  requires: ({ callee, args, input }) => [wrongCount(callee, input, args.target_shape)],
  output: ({ args, input }) => outputOf(input, args.target_shape),
  outputDType: inputDType,
  explain: ({ args, input }) => ({
    formulas: isReason(args.target_shape) ? [] : explainReshape(input.shape.slice(1), args.target_shape),
  }),
  generations: {
    keras2: variant({
      params: { target_shape: lateTargetShape },
      input: { minRank: 0 },
      requires: ({ callee, args: { target_shape: given }, input }) => [
        // Only what divides a known number of elements may be called otherwise than -1.
        given.below &&
          input.shape.slice(1).some(isDynamic) &&
          failure('invalid-argument', `\`target_shape\` of ${callee} must hold sizes and at most one -1`, {
            parameter: 'target_shape',
          }),
        wrongCount(callee, input, given.target),
      ],
      output: ({ args, input }) => outputOf(input, args.target_shape.target),
      explain: ({ args: { target_shape: given }, input }) => ({
        formulas: isReason(given.target) ? [] : explainReshape(input.shape.slice(1), given.target),
      }),
    }),
  },
});

function isReason(target: TargetShape): target is Reason {
  return 'text' in target;
}

function outputOf(input: InputView, target: TargetShape): Output {
  if (isReason(target)) return unknownShape(target);
  return [input.batch, ...reshaped(input.shape.slice(1), target)];
}

function wrongCount(callee: string, input: InputView, target: TargetShape): MaybeFailure {
  const sizes = input.shape.slice(1);
  if (isReason(target) || !cannotReshape(sizes, target)) return null;
  const given = target.filter((size): size is Dimension => size !== 'rest');
  const [before, after] = [Number(product(sizes)), Number(product(given))];
  const wanted = formatTarget(target);
  const message =
    given.length === target.length
      ? `the input has ${before} elements in ${formatShape(sizes)}, and ${wanted} has ${after}`
      : `the ${before} elements of ${formatShape(sizes)} do not divide by ${after}, so no -1 fits into ${wanted}`;
  return failure('reshape-count', `${callee}: ${message}`, {
    parameter: 'target_shape',
    facts: { before, after, sizes: sizes.filter(isKnown) },
  });
}

function formatTarget(target: readonly Target[]): string {
  const items = target.map((size) => (size === 'rest' ? '-1' : formatDimension(size)));
  return `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;
}
