/**
 * Keras 3 takes the shapes in a list for the sizes of one shape: with the channels last it then pools the
 * list away and gives its first and its last shape, which of a list of one tensor are the same.
 */
import type { InputView, Output } from '../../../define-layer';
import { type Failure, failure } from '../../../failure';

export function ofWrapped({ shape }: InputView): Output {
  return { type: 'tuple', items: [shape, shape] };
}

/** What it does with a list of one tensor in all other cases. */
export function wrapped(callee: string): Failure {
  return failure('invalid-input', `${callee} takes one tensor, and is called on a list of one tensor`, {
    exception: 'IndexError',
    facts: { callee },
  });
}
