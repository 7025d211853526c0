/** Sizes in bytes, as a summary prints them. */
import { bytesOf } from '../shapes/dtype';
import type { Weight } from './layer';
import { sizeOf } from './weights';

/** Bytes that some weights take; null where that is not known. */
export function memoryOf(weights: readonly Weight[]): number | null {
  let bytes = 0;
  for (const { shape, dtype } of weights) {
    const size = sizeOf(shape);
    const each = bytesOf(dtype);
    if (size === null || each === undefined) return null;
    bytes += size * each;
  }
  return bytes;
}

/** `17.13 KB`; `smallest` is what the generation calls a byte: `B` or `Byte`. */
export function readableMemory(bytes: number, smallest: string): string {
  const units = [smallest, 'KB', 'MB', 'GB', 'TB', 'PB'];
  let size = bytes;
  for (const unit of units.slice(0, -1)) {
    if (size / 1024 < 1) return `${fixed2(size)} ${unit}`;
    size /= 1024;
  }
  return `${fixed2(size)} PB`;
}

/** `'%.2f'`: Python takes the even neighbour of a tie (`1.125` is `1.12`), where `toFixed` rounds up. */
function fixed2(size: number): string {
  const halves = size * 200;
  if (!Number.isInteger(halves) || halves % 2 === 0) return size.toFixed(2);
  const below = (halves - 1) / 2;
  return ((below % 2 === 0 ? below : below + 1) / 100).toFixed(2);
}
