/** Data that come step by step, as `fit` takes them (keras.src.trainers.data_adapters). */
import { isNested } from '../../../graph/structure';
import type { Context } from '../../../values/context';
import { NONE, type Value } from '../../../values/value';
import { failure } from '../../failure';
import type { DataSource } from '../data/element-spec';
import { type Arrays, absent } from './batch';
import type { Finding } from './check';
import type { TrainingFacts } from './facts';

const NAMES: Readonly<Record<DataSource['kind'], string>> = {
  dataset: 'a `tf.data.Dataset`',
  sequence: 'a sequence of batches',
  generator: 'a generator',
};

export function sourceFailure(
  source: DataSource,
  { y }: Arrays,
  facts: TrainingFacts,
  context: Context,
): Finding | null {
  const found = (message: string, exception = 'ValueError'): Finding => ({
    failure: failure('data-inputs', message, { exception, facts: { source: source.kind } }),
    about: [],
  });
  const what = NAMES[source.kind];
  if (!absent(y) && y.kind !== 'unknown')
    return found(`\`x\` is ${what}, which gives the labels itself: \`y\` must be left out`);
  const split = facts.arguments.get('validation_split');
  if (split?.kind === 'float' && split.value > 0 && absent(facts.arguments.get('validation_data') ?? NONE)) {
    return found(`\`validation_split\` cuts arrays, and \`x\` is ${what}`);
  }
  return context.generation === 'keras3' && source.kind === 'generator' ? stepFailure(source.element, found) : null;
}

/** What a generator yields to Keras 3: a tuple of up to three, whose parts are no lists. */
function stepFailure(element: Value, found: (message: string, exception?: string) => Finding): Finding | null {
  if (element.kind === 'unknown' || (element.kind !== 'tuple' && !isNested(element) && element.kind !== 'tensor'))
    return null;
  if (element.kind !== 'tuple') {
    const what = element.kind === 'tensor' ? 'an array' : `a ${element.kind}`;
    return found(`the generator yields ${what}, and must yield a tuple: \`(inputs, labels)\``);
  }
  if (element.items.length > 3) {
    return found(`the generator yields ${element.items.length} things, and takes inputs, labels and weights`);
  }
  const list = element.items.find((item) => item.kind === 'list' && !item.uncertain);
  return list
    ? found('the generator yields a list in its tuple, and Keras 3 takes tuples or dicts there', 'TypeError')
    : null;
}
