/** What a layer was called on: no tensor, a list where one tensor is taken, too few or too many. */
import { definitionOf } from '../analysis/observed';
import { refusalRule } from './refused';

export const invalidInput = refusalRule({
  code: 'invalid-input',
  title: 'An input that the layer does not take',
  page: {
    what: 'A layer is called on something that it cannot take: no tensor, a list where it wants one tensor, or one tensor where it wants a list.',
    why: 'Most layers take one tensor. Add, Concatenate and the other merging layers take a list.',
    next: 'Pass what the layer is made for.',
    wrong: 'y = layers.Add()(a, b)',
    right: 'y = layers.Add()([a, b])',
  },
  tell({ call }) {
    const definition = definitionOf(call?.instance);
    return { next: definition?.takes === 'list' ? 'pass it a list of tensors' : undefined };
  },
});
