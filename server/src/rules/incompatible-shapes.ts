/** Sizes of two things that clash: an input and the weights made for another one, query and value, operands. */
import { formatShape } from '../shapes/shape';
import { origins } from './blame';
import { mergeIdeas, operandIdeas } from './merge-ideas';
import { refusalRule } from './refused';

/** What to do, by the function that meets both. */
const NEXT: readonly (readonly [callee: RegExp, next: string])[] = [
  [/^(r?matmul|dot|batch_dot|__r?matmul__)$/, 'transpose one of them, or give both the same size where they meet'],
  [
    /^r?(add|sub|subtract|mul|multiply|div|divide|truediv|true_divide|pow|power|maximum|minimum|where|gt|ge|lt|le|greater|less)/,
    'sizes must be equal or 1, counted from the last axis: reshape one, or add an axis of 1',
  ],
  [/^(concat|concatenate|[hvd]?stack)$/, 'make all other sizes equal, or choose another axis'],
  [/^einsum$/, 'name every axis of each tensor with a letter, and give the same letter to equal sizes only'],
];

export const incompatibleShapes = refusalRule({
  code: 'incompatible-shapes',
  title: 'Shapes that do not fit together',
  page: {
    what: 'Two things that must agree in a size do not: a layer that is used a second time gets other channels than it was built for, operands of an operation do not broadcast, a query does not match its keys.',
    why: "A layer's weights are made for the first input that it sees.",
    next: 'Give both the same size, or use a layer of its own for each.',
    wrong: 'dense = layers.Dense(4)\na = dense(keras.Input(shape=(8,)))\nb = dense(keras.Input(shape=(16,)))',
    right: 'a = layers.Dense(4)(keras.Input(shape=(8,)))\nb = layers.Dense(4)(keras.Input(shape=(16,)))',
  },
  tell(refusal, analysis) {
    const { call } = refusal;
    const callee = call?.kind === 'op' ? call.callee : undefined;
    return {
      next: callee && NEXT.find(([name]) => name.test(callee))?.[1],
      fixes: callee === undefined ? [] : [...mergeIdeas(refusal, analysis), ...operandIdeas(refusal, analysis)],
      related: call?.kind === 'op' ? origins(analysis, call.inputs ?? [], ({ shape }) => formatShape(shape)) : [],
    };
  },
});
