/** The models of a document: where each is made, what goes in and comes out. */
import { layerState } from '../graph/layer';
import { modelInputs, modelOutputs } from '../graph/summary';
import type { ModelRecord } from '../interpreter/trace';
import type { Span } from '../text/span';
import type { TensorValue } from '../values/tensor';
import type { Analysis } from './analysis';

export interface ModelHere {
  readonly record: ModelRecord;
  readonly span: Span;
  /** Keras' own name for it; null where it is not known. */
  readonly name: string | null;
  /** Names of the program that hold it. */
  readonly variables: readonly string[];
  readonly inputs: readonly TensorValue[];
  readonly outputs: readonly TensorValue[];
}

/** The models of this document, in the order in which they are made. */
export function modelsOf(analysis: Analysis): ModelHere[] {
  return analysis.trace.models.flatMap((record) => {
    const span = analysis.span(record.site.place);
    if (!span) return [];
    const { instance } = record;
    const holders = analysis.trace.bindings.filter((binding) => binding.value === instance);
    return [
      {
        record,
        span,
        name: layerState(instance)?.name.value ?? null,
        variables: [...new Set(holders.map((binding) => binding.name))],
        inputs: modelInputs(instance),
        outputs: modelOutputs(instance),
      },
    ];
  });
}
