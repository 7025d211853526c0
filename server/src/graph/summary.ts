/** What `model.summary()` says, and the same as data. */
import type { Generation } from '../values/context';
import type { InstanceValue } from '../values/value';
import { type SummaryOptions, summarized } from './rows';
import { plainSummary } from './summary-plain';
import { richSummary } from './summary-rich';

export {
  type Connection,
  modelInputs,
  modelLayers,
  modelOutputs,
  modelParameters,
  modelRows,
  type SummaryOptions,
  type SummaryRow,
} from './rows';
export type { ParameterTotals } from './weights';

/** The text of `model.summary()`, as the generation in force prints it; null where the layers are not known. */
export function summaryText(model: InstanceValue, generation: Generation, options: SummaryOptions = {}): string | null {
  const operations = summarized(model, generation);
  if (!operations) return null;
  const print = generation === 'keras3' ? richSummary : plainSummary;
  return print(model, generation, options);
}
