/** How many pixels of the input one position of a tensor sees, behind a plain chain of windows. */
import type { Analysis } from '../../analysis/analysis';
import { tensorsOf, windowOf } from '../../analysis/observed';
import type { Observation } from '../../interpreter/trace';
import { type Dimension, isKnown } from '../../shapes/dimension';
import { hasRank } from '../../shapes/shape';
import type { Producer } from '../../values/tensor';

/** Layers that neither move nor mix positions. */
const POINTWISE =
  /^(?:Activation|ReLU|LeakyReLU|PReLU|ELU|Softmax|.*Dropout.*|.*Normalization|GaussianNoise|Rescaling|Identity)$/;

/**
 * One size for each spatial axis; null where the way from the input is no plain chain of windows and
 * pointwise layers. Each window adds `(reach - 1) · step`, and multiplies the step by its strides.
 */
export function receptiveField(analysis: Analysis, observation: Observation): number[] | null {
  const chain: Observation[] = [];
  let at: Observation | undefined = observation;
  while (at && at.kind !== 'input') {
    chain.push(at);
    const producer: Producer | null | undefined = at.inputs.length === 1 ? at.inputs[0]?.producer : null;
    at = producer ? analysis.sites.observationOf(producer) : undefined;
    if (chain.length > 500) return null;
  }
  if (!at) return null;
  const [input] = tensorsOf(at.output);
  if (!input || !hasRank(input.shape)) return null;
  const rank = input.shape.length - 2;
  const field = Array.from({ length: rank }, () => 1);
  const step = Array.from({ length: rank }, () => 1);
  for (const call of chain.reverse()) {
    const window = windowOf(call);
    if (!window) {
      if (!POINTWISE.test(call.callee)) return null;
      continue;
    }
    if (/Transpose|UpSampling|Global|Adaptive/.test(call.callee) || window.size.length !== rank) return null;
    for (let axis = 0; axis < rank; axis++) {
      const [size, stride, dilation] = [window.size, window.strides, window.dilation].map((all) => all[axis]);
      if (!areKnown([size, stride, dilation])) return null;
      const reach = ((size as number) - 1) * ((dilation as number | undefined) ?? 1);
      field[axis] = (field[axis] as number) + reach * (step[axis] as number);
      step[axis] = (step[axis] as number) * (stride as number);
    }
  }
  return chain.some((call) => windowOf(call)) ? field : null;
}

function areKnown([size, stride, dilation]: readonly (Dimension | undefined)[]): boolean {
  return (
    size !== undefined &&
    isKnown(size) &&
    stride !== undefined &&
    isKnown(stride) &&
    (dilation === undefined || isKnown(dilation))
  );
}
