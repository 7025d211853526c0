/** One of two tensors, by a condition or by whether the model trains (`K.switch`, `K.in_train_phase`). */
import { dynamic, isKnown } from '../../../shapes/dimension';
import { refuse } from '../../../shapes/problem';
import { broadcast } from '../../../shapes/products';
import type { Shape } from '../../../shapes/shape';
import { args } from '../../../values/arguments';
import { TensorValue } from '../../../values/tensor';
import { NONE, type Value } from '../../../values/value';
import type { OpDefinition } from '../../ops/define-op';
import { NotKnown, type Operand, operandOf } from '../../ops/operand';
import { anything } from '../../params';
import { sharedType, tensorflowOp } from '../../tensorflow/ops/define';

import { any } from './shared';

/** A condition of one axis is tiled to all others, of which then only a run tells the sizes. */
const choose = tensorflowOp({
  name: 'switch',
  nameless: true,
  summary: 'One of two tensors, or elements of them, by a condition.',
  params: { condition: any(), then_expression: anything(null), else_expression: anything(null) },
  output: () => [],
  evaluate: ({ args: { condition, then_expression: yes, else_expression: no }, context, callee, mode }) => {
    const [first, second] = [yes, no].map((value) =>
      value.kind === 'function' || value.kind === 'native' || value.kind === 'method'
        ? context.call(value, args([]))
        : value,
    ) as [Value, Value];
    const [left, right] = [operandOf(first), operandOf(second)];
    if (!left || !right) return context.unknown(`what ${callee} chooses from is not followed`);
    const type = sharedType([left, right], callee);
    const found = condition.rank === 0 ? chosen(left, right) : elementwise(condition, left, right);
    return new TensorValue({ library: 'tensorflow', symbolic: mode !== 'eager', shape: found, dtype: type });
  },
});

function chosen(left: Operand, right: Operand): Shape {
  if (left.rank !== right.rank) throw new NotKnown({ text: 'the branches have different ranks' });
  return left.shape.map((one, i) => (isKnown(one) && one === right.shape[i] ? one : dynamic()));
}

function elementwise(condition: Operand, left: Operand, right: Operand): Shape {
  if (condition.rank > left.rank) {
    refuse('wrong-rank', `a condition of ${condition.rank} axes chooses among tensors of ${left.rank}`, {
      parameter: 'condition',
    });
  }
  return broadcast(broadcast(condition.shape, left.shape), right.shape);
}

const inTrainPhase = (name: string, trained: boolean): OpDefinition =>
  tensorflowOp({
    name,
    nameless: true,
    summary: 'One of two tensors, by whether the model trains.',
    params: { x: anything(null), alt: anything(null), training: anything(NONE) },
    symbolicBy: [],
    output: () => [],
    evaluate: ({ args: { x, alt, training }, context }) => {
      const truth = training.kind === 'None' ? false : context.truth(training);
      if (typeof truth !== 'boolean') return truth;
      const picked = truth === trained ? x : alt;
      return picked.kind === 'function' ? context.call(picked, args([])) : picked;
    },
  });

export const backendChoices: readonly OpDefinition[] = [
  choose,
  inTrainPhase('in_train_phase', true),
  inTrainPhase('in_test_phase', false),
];
