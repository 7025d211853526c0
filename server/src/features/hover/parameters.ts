/** How many parameters a layer has, as the product and sum of its weights' sizes: `3·3·1·16 + 16 = 160`. */
import { explanationOf } from '../../analysis/observed';
import { layerState, type Weight } from '../../graph/layer';
import type { Observation } from '../../interpreter/trace';
import { formatDimension, isKnown } from '../../shapes/dimension';
import { code, count, plural } from '../markdown';

/** One line of Markdown; null where the layer has none, or they are not known. */
export function parametersText(observation: Observation): string | null {
  const { parameters, instance } = observation;
  if (parameters === null || parameters === 0) return null;
  const weights = (instance && layerState(instance)?.weights.value) ?? [];
  const formula = explanationOf(observation).parameters ?? sumOf(weights, parameters);
  const frozen = weights
    .filter((weight) => !weight.trainable)
    .reduce((total, weight) => total + (sizeOf(weight) ?? 0), 0);
  const parts = [`**${plural(parameters, 'parameter')}**`];
  if (formula) parts.push(code(formula));
  if (frozen > 0) parts.push(`${count(frozen)} of them not trained`);
  return parts.join(' · ');
}

function sumOf(weights: readonly Weight[], total: number): string | null {
  const sizes = weights.map(sizeOf);
  const isAll = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0) === total;
  // A wrapper's weights are its layers'.
  if (!isAll || weights.length === 0 || weights.length > 12) return null;
  const terms = weights.map((weight) => weight.shape.map(formatDimension).join('·') || '1');
  return terms.length === 1 && !terms[0]?.includes('·') ? null : `${terms.join(' + ')} = ${total}`;
}

function sizeOf(weight: Weight): number | null {
  return weight.shape.every(isKnown) ? weight.shape.reduce((size: number, side) => size * side, 1) : null;
}
