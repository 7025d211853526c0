/** What layers with windows say of their sizes and of the arguments that were left out. */
import { type Dimension, formatTerm, isKnown, isUnknown, surelyEqual } from '../../shapes/dimension';
import { explainWindows, losesPixels, misfit, type Windows, windowOutputs } from '../../shapes/windows';
import type { DefaultNote, Explanation, WindowNote } from '../define-layer';
import { failure, type MaybeFailure } from '../failure';

/** Formulas, sizes and the note on `padding`, for a layer whose windows are `what`s: kernels or pools. */
export function explainWindowLayer(
  windows: Windows,
  what: 'kernel' | 'pool',
  written: (parameter: string) => boolean,
): Explanation & { readonly formulas: readonly string[]; readonly defaults: readonly DefaultNote[] } {
  return {
    formulas: explainWindows(windows),
    defaults: written('padding') || !losesPixels(windows) ? [] : [paddingNote(windows, what)],
    window: windowNote(windows, windowOutputs(windows), windows.padding),
  };
}

export function windowNote(
  windows: Pick<Windows, 'sizes' | 'kernel' | 'strides' | 'dilation'>,
  after: readonly Dimension[],
  padding: string,
): WindowNote {
  return {
    before: windows.sizes,
    after,
    size: windows.kernel,
    strides: windows.strides,
    dilation: windows.dilation ?? windows.kernel.map(() => 1),
    padding,
  };
}

/** `padding` left out: how many the borders cost, on the first axis that loses some. */
function paddingNote(windows: Windows, what: string): DefaultNote {
  const [valid, same] = [windowOutputs(windows), windowOutputs({ ...windows, padding: 'same' })];
  const axis = valid.findIndex((size, i) => !surelyEqual(size, same[i] as Dimension) && !isUnknown(size));
  const [left, kept] = [valid[axis], same[axis]];
  const size = windows.sizes[axis];
  const cost =
    left !== undefined && kept !== undefined && isKnown(left) && isKnown(kept)
      ? `the ${what} fits into ${formatTerm(size ?? left)} at ${left} ${left === 1 ? 'place' : 'places'}, where \`padding="same"\` gives ${kept}`
      : `the ${what} loses some at the edges, where \`padding="same"\` keeps them`;
  const sentence = `\`padding\` is left out, so it is "valid": no border is added, and ${cost}.`;
  return { parameter: 'padding', value: '"valid"', meaning: sentence, telling: true };
}

/** Keras refuses windows that fit nowhere: `Computed output size would be zero or negative`. */
export function noRoom(windows: Windows, what: 'kernel' | 'pool', firstAxis: number): MaybeFailure {
  const found = misfit(windows);
  if (!found) return null;
  const { axis, size, kernel, dilation, reach } = found;
  const reaching = reach === kernel ? '' : ` that reaches over ${reach} (dilation ${formatTerm(dilation)})`;
  return failure('negative-dimension', `${what} ${formatTerm(kernel)}${reaching} is larger than ${formatTerm(size)}`, {
    facts: { axis: firstAxis + axis, size, kernel, reach, dilation, padding: windows.padding },
  });
}

/** Keras has no kernel that both strides and dilates, not even on different axes. */
export function stridesAndDilation(
  callee: string,
  args: { readonly strides: readonly Dimension[]; readonly dilation_rate: readonly Dimension[] },
): MaybeFailure {
  const over1 = (sizes: readonly Dimension[]) => sizes.some((size) => isKnown(size) && size > 1);
  return (
    over1(args.strides) &&
    over1(args.dilation_rate) &&
    failure('strides-dilation', `${callee} cannot have both \`strides\` and \`dilation_rate\` over 1`, {
      parameter: 'dilation_rate',
    })
  );
}

/** Sizes as Python text: `2` on one axis, else `(2, 2)`; null where one is not known. */
export function pythonSizes(sizes: readonly Dimension[]): string | null {
  if (!sizes.every(isKnown)) return null;
  return sizes.length === 1 ? String(sizes[0]) : `(${sizes.join(', ')})`;
}
