/** Any other refusal of a library: reported with the words of whoever declares the call. */
import { modelIdeas } from './model-ideas';
import { type RefusalRule, refusalProblems } from './refused';
import type { Rule } from './rule';

const page = {
  what: 'A call of Keras, TensorFlow or numpy will raise for a reason that has no rule of its own.',
  why: 'The message says what is refused.',
  next: 'Correct what the message names.',
  wrong: 'y = layers.UpSampling2D(2, interpolation="nearest-ish")(x)',
};

export function refusedCall(known: ReadonlySet<string>): Rule {
  const rule: RefusalRule = {
    code: 'refused',
    title: 'A call that is refused',
    page,
    tell: (refusal, analysis) => ({ fixes: modelIdeas(refusal, analysis) }),
  };
  return {
    ...rule,
    level: 'error',
    check: (analysis) =>
      refusalProblems(rule, analysis, (code) => !known.has(code)).map((problem) => ({ ...problem, code: rule.code })),
  };
}
