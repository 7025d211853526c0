/** Data: what `keras.datasets` and functions of `keras.utils` give, by full name. */
import type { Generation } from '../../../values/context';
import type { Value } from '../../../values/value';
import { arrayFunction } from './arrays';
import { datasetFunction } from './datasets';
import { directoryFunction } from './directories';
import { imageGeneratorClass } from './image-generator';
import { pictureFunction } from './pictures';
import { SEQUENCE } from './sequences';
import { splitDataset } from './splitting';
import { textFunction } from './text';
import { timeseriesFunction } from './timeseries';

/** One class under its name in each generation. */
const SEQUENCES: ReadonlySet<string> = new Set(['keras.utils.Sequence', 'keras.utils.PyDataset']);

export function dataFunction(name: string, generation: Generation): Value | undefined {
  if (SEQUENCES.has(name)) return SEQUENCE;
  if (name === 'keras.utils.split_dataset') return splitDataset;
  return (
    datasetFunction(name) ??
    arrayFunction(name, generation) ??
    pictureFunction(name) ??
    directoryFunction(name) ??
    timeseriesFunction(name) ??
    textFunction(name) ??
    imageGeneratorClass(name)
  );
}
