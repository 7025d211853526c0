/** `random`: what it gives is not known, but how many items there are, and which they may be, is. */
import type { Context } from '../../values/context';
import { ListValue, type ModuleValue, NONE, type UnknownValue, unknownAmong, type Value } from '../../values/value';
import { named, native } from '../builtins/define';
import { tryIndex } from '../builtins/protocols';
import { nothing } from './harmless';
import { declareModule } from './module';

/** More items than this are not made. */
const MOST_ITEMS = 10_000;

/** One of the items, whichever. */
function oneOf(items: readonly Value[] | UnknownValue, name: string, context: Context): UnknownValue {
  if ('kind' in items) return items;
  return unknownAmong(context.because(`\`random.${name}\` is random`), items);
}

/** A list of so many of the items, whichever. */
function someOf(name: string, context: Context, population: Value, count: Value): Value {
  const size = tryIndex(count, context);
  const items = context.items(population);
  if (typeof size !== 'number' || size < 0 || size > MOST_ITEMS) return oneOf(items, name, context);
  if (!('kind' in items) && name === 'sample' && size > items.length) {
    return context.raise('ValueError', 'Sample larger than population or is negative');
  }
  return new ListValue(Array.from({ length: size }, () => oneOf(items, name, context)));
}

/** The order of a list is not known any more; how many items there are is. */
function shuffle(context: Context, list: Value): Value {
  if (list instanceof ListValue && !list.uncertain) {
    const items = [...list.items];
    if (items.length > 1)
      list.replace(
        context.heap,
        items.map(() => oneOf(items, 'shuffle', context)),
      );
  }
  return NONE;
}

export function randomModule(): ModuleValue {
  return declareModule(
    'random',
    named(
      native('choice(seq)', (context, population: Value) => {
        const items = context.items(population);
        if (!('kind' in items) && items.length === 0) {
          return context.raise('IndexError', 'Cannot choose from an empty sequence');
        }
        return oneOf(items, 'choice', context);
      }),
      native(
        'choices(population, weights=None, *, cum_weights=None, k=1)',
        (context, population: Value, _w: Value, _c: Value, count: Value) =>
          someOf('choices', context, population, count),
      ),
      native('sample(population, k, *, counts=None)', (context, population: Value, count: Value, counts: Value) =>
        counts.kind === 'None'
          ? someOf('sample', context, population, count)
          : context.unknown('`random.sample` is random'),
      ),
      native('shuffle(x)', shuffle),
      nothing('seed'),
      nothing('setstate'),
    ),
    { otherwise: 'is random' },
  );
}
