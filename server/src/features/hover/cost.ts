/** What a call costs for one sample: the memory of its output, and multiplications with weights. */
import { definitionOf, tensorsOf, windowOf } from '../../analysis/observed';
import { layerState, type Weight } from '../../graph/layer';
import { readableMemory } from '../../graph/memory';
import type { Observation } from '../../interpreter/trace';
import { type Dimension, isKnown } from '../../shapes/dimension';
import { bytesOf } from '../../shapes/dtype';
import { hasRank } from '../../shapes/shape';
import { code, count } from '../markdown';

/** One line of Markdown; null where nothing of it is known. */
export function costText(observation: Observation): string | null {
  const parts: string[] = [];
  const bytes = outputBytes(observation);
  if (bytes !== null && observation.kind !== 'input') parts.push(`output ${code(readableMemory(bytes, 'B'))}`);
  const products = multiplications(observation);
  if (products !== null)
    parts.push(`${readableCount(products)} multiplications (${readableCount(2 * products)} FLOPs)`);
  return parts.length > 0 ? `${parts.join(' · ')} per sample` : null;
}

/** Bytes of the output of one sample; null where a size but the batch's is not known, or there is no batch. */
function outputBytes({ output }: Observation): number | null {
  let bytes = 0;
  const tensors = tensorsOf(output);
  for (const { shape, dtype, symbolic } of tensors) {
    const each = bytesOf(dtype);
    const sizes = hasRank(shape) ? shape.slice(1) : null;
    if (!symbolic || each === undefined || !sizes?.every(isKnown)) return null;
    bytes += sizes.reduce((product: number, size) => product * size, each);
  }
  return tensors.length > 0 ? bytes : null;
}

/** By the layer: how often each element of its kernels is multiplied with something. */
const KERNELS: Readonly<Record<string, 'output' | 'input'>> = {
  Dense: 'output',
  Conv1D: 'output',
  Conv2D: 'output',
  Conv3D: 'output',
  DepthwiseConv1D: 'output',
  DepthwiseConv2D: 'output',
  SeparableConv1D: 'output',
  SeparableConv2D: 'output',
  Conv1DTranspose: 'input',
  Conv2DTranspose: 'input',
  Conv3DTranspose: 'input',
};

/** Multiplications with the kernels, for one sample: each element once for each position. Null for other layers. */
export function multiplications(observation: Observation): number | null {
  const { instance, output } = observation;
  const definition = definitionOf(instance);
  const over = definition ? KERNELS[definition.name] : undefined;
  const weights = instance && layerState(instance)?.weights.value;
  if (!over || !weights) return null;
  const window = windowOf(observation);
  const [tensor] = tensorsOf(output);
  const dense = tensor && hasRank(tensor.shape) ? tensor.shape.slice(1, -1) : null;
  const places = definition?.name === 'Dense' ? dense : over === 'input' ? window?.before : window?.after;
  const positions = places ? productOf(places) : null;
  const kernels = weights.filter(({ shape }) => shape.length >= 2).map(kernelSize);
  if (positions === null || kernels.length === 0 || kernels.some((size) => size === null)) return null;
  return kernels.reduce((sum: number, size) => sum + (size ?? 0), 0) * positions;
}

function kernelSize({ shape }: Weight): number | null {
  return productOf(shape);
}

function productOf(sizes: readonly Dimension[]): number | null {
  return sizes.every(isKnown) ? sizes.reduce((product: number, size) => product * size, 1) : null;
}

/** `1,234` below ten thousand, then `1.2 M`. */
export function readableCount(number: number): string {
  for (const [limit, unit] of [
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
  ] as const) {
    if (number >= limit) return `${(number / limit).toFixed(number >= 100 * limit ? 0 : 1)} ${unit}`;
  }
  return count(number);
}
