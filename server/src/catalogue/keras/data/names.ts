/** Data: what `keras.datasets` and functions of `keras.utils` give, by full name. */
import type { Generation } from '../../../values/context';
import type { Value } from '../../../values/value';
import { arrayFunction } from './arrays';
import { datasetFunction } from './datasets';
import { pictureFunction } from './pictures';

export function dataFunction(name: string, generation: Generation): Value | undefined {
  return datasetFunction(name) ?? arrayFunction(name, generation) ?? pictureFunction(name);
}
