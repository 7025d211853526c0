/** Strides and dilation both over 1. */
import { setArgument } from '../analysis/arguments';
import { argumentsCall, boundArguments, refusalRule } from './refused';

export const stridesDilation = refusalRule({
  code: 'strides-dilation',
  blames: ['dilation_rate', 'strides'],
  title: 'Strides and dilation together',
  page: {
    what: 'A convolution has both `strides` and `dilation_rate` over 1.',
    why: 'Keras has no kernel for it and raises when the layer is made.',
    next: 'Keep one of them at 1.',
    wrong: 'y = layers.Conv2D(8, 3, strides=2, dilation_rate=2)(x)',
    right: 'y = layers.Conv2D(8, 3, dilation_rate=2)(x)',
  },
  tell(refusal, analysis) {
    const found = argumentsCall(refusal);
    const bound = boundArguments(refusal);
    return {
      why: 'Keras cannot do both in one layer',
      next: 'keep one of them at 1',
      fixes: ['strides', 'dilation_rate'].flatMap((parameter) => {
        const edit = found && setArgument(analysis, found, parameter, '1', bound);
        return edit ? [{ title: `Use \`${parameter}=1\``, edits: [edit] }] : [];
      }),
    };
  },
});
