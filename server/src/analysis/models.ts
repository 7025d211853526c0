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

/** The models that the text of this document makes, in the order in which they are made. */
export function modelsOf(analysis: Analysis): ModelHere[] {
  return analysis.trace.models.flatMap((record) => {
    const span = analysis.span(record.site.place);
    return span ? [modelHere(analysis, record, span)] : [];
  });
}

/**
 * Those, and the models that a function of another file makes for a name of this document: they stand where this
 * document calls it. What the function makes on its way, and gives to no name here, is the other file's own.
 */
export function modelsSeen(analysis: Analysis): ModelHere[] {
  const elsewhere = analysis.trace.models.flatMap((record) => {
    if (analysis.span(record.site.place)) return [];
    const call = record.context.map(({ call }) => call && analysis.span(call)).findLast((span) => span !== null);
    const model = call && modelHere(analysis, record, call);
    return model && model.variables.length > 0 ? [model] : [];
  });
  return [...modelsOf(analysis), ...elsewhere].sort((a, b) => a.span.start - b.span.start);
}

/**
 * The models that a part of this document makes: with its own text, or with a call, also into another file, that gives
 * them to a name here.
 */
export function modelsMade(analysis: Analysis, isPart: (span: Span) => boolean): ModelHere[] {
  return analysis.trace.models.flatMap((record) => {
    const own = analysis.span(record.site.place);
    if (own && isPart(own)) return [modelHere(analysis, record, own)];
    const call = record.context.map(({ call }) => call && analysis.span(call)).find((span) => span && isPart(span));
    const model = call && modelHere(analysis, record, call);
    return model && model.variables.length > 0 ? [model] : [];
  });
}

function modelHere(analysis: Analysis, record: ModelRecord, span: Span): ModelHere {
  const { instance } = record;
  const holders = analysis.trace.bindings.filter(
    (binding) => binding.value === instance && analysis.span(binding.site.place) !== null,
  );
  return {
    record,
    span,
    name: layerState(instance)?.name.value ?? null,
    variables: [...new Set(holders.map((binding) => binding.name))],
    inputs: modelInputs(instance),
    outputs: modelOutputs(instance),
  };
}
