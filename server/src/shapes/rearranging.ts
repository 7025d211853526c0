/** Axes by name: `b (h p) c -> b h (p c)`, as Keras' `Rearrange` reads it. */
import { type Dimension, floorDivide, isDynamic, product } from './dimension';
import { refuse } from './problem';
import { formatShape } from './shape';

/** One axis of a pattern: a name, or several joined in brackets. */
type Group = readonly string[];

/** `b (h p) c` as its axes. What is neither a word nor in brackets is passed over. */
function groups(side: string): Group[] {
  return (side.match(/[\p{L}\p{N}_]+|\([^()]*\)/gu) ?? []).map((text) => {
    if (!text.startsWith('(')) return [text];
    return text
      .slice(1, -1)
      .split(/\s+/)
      .filter((name) => name !== '');
  });
}

/**
 * The shape behind `->`. Keras multiplies and divides all sizes, so that even a None which only moves
 * is a TypeError; a name that is left out on the right is not noticed.
 */
export function rearranged(
  shape: readonly Dimension[],
  pattern: string,
  lengths: ReadonlyMap<string, Dimension>,
): readonly Dimension[] {
  const sides = pattern.split('->');
  const [left, right] = sides;
  if (sides.length !== 2 || left === undefined || right === undefined) {
    return refuse('invalid-argument', `\`${pattern}\` must have one "->"`, { parameter: 'pattern' });
  }
  const sizes = new Map<string, Dimension>();
  const known = new Map(lengths);
  for (const [axis, group] of groups(left).slice(0, shape.length).entries()) {
    assign(group, shape[axis] as Dimension, pattern.trim(), known, sizes);
  }
  return groups(right).map((group) => {
    const found = group.map((name) => {
      const size = sizes.get(name);
      if (size !== undefined) return size;
      return refuse('invalid-argument', `\`${name}\` is on the right of \`${pattern}\` only`, {
        exception: 'KeyError',
        parameter: 'pattern',
      });
    });
    if (found.some(isDynamic)) {
      refuse('invalid-input', `rearrange needs every size to be known, and ${formatShape(shape)} has None`, {
        exception: 'TypeError',
      });
    }
    return product(found);
  });
}

function assign(
  group: Group,
  size: Dimension,
  pattern: string,
  known: Map<string, Dimension>,
  sizes: Map<string, Dimension>,
): void {
  const [only] = group;
  if (group.length === 1 && only !== undefined && !pattern.includes(`(${only})`)) {
    sizes.set(only, size);
    return;
  }
  const open = group.find((name) => !known.has(name));
  if (open !== undefined) {
    if (isDynamic(size)) {
      refuse('invalid-input', 'rearrange cannot divide a size that is None', { exception: 'TypeError' });
    }
    const others = group.map((name) => known.get(name)).filter((one) => one !== undefined);
    known.set(open, floorDivide(size, product(others)));
  }
  for (const name of group) {
    const found = known.get(name);
    if (found === undefined) {
      refuse('invalid-argument', `the size of \`${name}\` in \`${pattern}\` is not given`, { exception: 'KeyError' });
    } else sizes.set(name, found);
  }
}
