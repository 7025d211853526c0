/** Data of a step taken apart and put together (keras.src.trainers.data_adapters.data_adapter_utils). */
import { NONE, tuple, unknown, type Value } from '../../../values/value';
import { pythonFunction } from '../../native';

/** `x, y, sample_weight = unpack_x_y_sample_weight(data)`: what is missing is None. */
export const unpack = pythonFunction('unpack_x_y_sample_weight(data)', (context, data: Value) => {
  if (data.kind === 'unknown') return data;
  if (data.kind === 'list' && data.uncertain) return unknown(data.uncertain);
  if (data.kind !== 'tuple' && data.kind !== 'list') return tuple([data, NONE, NONE]);
  const { items } = data;
  if (items.length === 0 || items.length > 3) {
    return context.raise(
      'ValueError',
      'Data is expected to be in format `x`, `(x,)`, `(x, y)`, or `(x, y, sample_weight)`',
    );
  }
  return tuple([items[0] ?? NONE, items[1] ?? NONE, items[2] ?? NONE]);
});

/** The other way round: inputs that are a tuple or list are put into a tuple, to be told from labels. */
export const pack = pythonFunction(
  'pack_x_y_sample_weight(x, y=None, sample_weight=None)',
  (_context, x: Value, y: Value, weights: Value) => {
    const unknownPart = [y, weights].find(({ kind }) => kind === 'unknown');
    if (unknownPart) return unknownPart;
    if (y.kind === 'None') return x.kind === 'tuple' || x.kind === 'list' ? tuple([x]) : x;
    return tuple(weights.kind === 'None' ? [x, y] : [x, y, weights]);
  },
);
