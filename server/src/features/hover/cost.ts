/** What a call costs for one sample: the memory of its output, and what it computes. */
import { tensorsOf } from '../../analysis/observed';
import { readableMemory } from '../../graph/memory';
import type { Observation } from '../../interpreter/trace';
import { isKnown } from '../../shapes/dimension';
import { bytesOf } from '../../shapes/dtype';
import { hasRank } from '../../shapes/shape';
import { code, count } from '../markdown';
import { workOf } from './work';

/** One line of Markdown; null where nothing of it is known. */
export function costText(observation: Observation): string | null {
  const parts: string[] = [];
  const bytes = outputBytes(observation);
  if (bytes !== null && observation.kind !== 'input') parts.push(`output ${code(readableMemory(bytes, 'B'))}`);
  const work = workOf(observation);
  if (work) {
    const operations = work.kind === 'multiplications' ? ` (${readableCount(2 * work.count)} FLOPs)` : '';
    parts.push(`${readableCount(work.count)} ${work.kind}${operations}`);
  }
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
