/** Outputs that are smaller than their labels, or have other steps: made larger before the last layer. */
import type { Analysis } from '../analysis/analysis';
import { layerCall, setArgument } from '../analysis/arguments';
import { argumentsOf } from '../analysis/observed';
import { callOfLayer } from '../analysis/training';
import { modelState } from '../graph/model';
import { modelLayers } from '../graph/rows';
import { isKnown } from '../shapes/dimension';
import type { InstanceValue } from '../values/value';
import { elementBefore, layerLike, wrapInput } from './insert-layer';
import type { LabelFacts } from './label-fixes';
import type { FixIdea } from './rule';

export function growthIdeas(analysis: Analysis, model: InstanceValue, facts: LabelFacts): FixIdea[] {
  return [...stepIdeas(analysis, model, facts), ...upsamplingIdeas(analysis, model, facts)];
}

/** The number that a RepeatVector repeats. */
function stepIdeas(analysis: Analysis, model: InstanceValue, { labels }: LabelFacts): FixIdea[] {
  const layer = modelLayers(model)?.find(({ cls }) => cls.name === 'RepeatVector');
  const made = layer && callOfLayer(analysis, layer);
  const found = made && layerCall(made);
  const steps = labels[1];
  if (!found || !layer || steps === undefined || !isKnown(steps)) return [];
  const edit = setArgument(analysis, found, 'n', `${steps}`, argumentsOf(layer));
  return edit ? [{ title: `Use \`RepeatVector(${steps})\``, edits: [edit] }] : [];
}

/** An UpSampling layer before the last one, where the labels are a whole number of times as large. */
function upsamplingIdeas(analysis: Analysis, model: InstanceValue, { labels, outputs, index }: LabelFacts): FixIdea[] {
  const ratios = labels.slice(1, -1).map((size, i) => {
    const own = outputs[i + 1];
    return isKnown(size) && own !== undefined && isKnown(own) && own > 0 && size % own === 0 ? size / own : 0;
  });
  const [factor = 0] = ratios;
  if (factor < 2 || ratios.some((ratio) => ratio !== factor) || ratios.length > 3) return [];
  const layer = modelState(model)?.network.value?.outputs[index]?.producer?.operation;
  const made = layer?.kind === 'instance' ? callOfLayer(analysis, layer) : undefined;
  const found = made && layerCall(made);
  const named = found && layerLike(found, `UpSampling${ratios.length}D`, analysis);
  if (!made || !found || !named) return [];
  const text = `${named.text}(${factor})`;
  const edits = made.throughModel ? elementBefore(found, text, analysis) : wrapInput(made.site, text, analysis);
  return edits
    ? [
        {
          title: `Add \`UpSampling${ratios.length}D(${factor})\` before the last layer`,
          edits: [...edits, ...named.imports],
        },
      ]
    : [];
}
