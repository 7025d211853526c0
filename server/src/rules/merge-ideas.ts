/** Edits that make tensors fit that are merged: a projection of one of them, or another axis to join on. */
import type { Analysis } from '../analysis/analysis';
import { type CallSite, callAt, layerCall, setArgument } from '../analysis/arguments';
import { argumentsOf } from '../analysis/observed';
import { replaced } from '../analysis/training';
import type { RefusalRecord } from '../interpreter/trace';
import type { Expression } from '../python/ast';
import { type Dimension, isKnown } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import { callsBehind } from './blame';
import { layerLike } from './insert-layer';
import type { FixIdea } from './rule';

type Sizes = readonly Dimension[];

export function mergeIdeas(refusal: RefusalRecord, analysis: Analysis): FixIdea[] {
  const inputs = refusal.call?.inputs ?? [];
  const shapes = inputs.map(({ shape }) => (hasRank(shape) ? shape : null));
  if (shapes.length < 2 || shapes.includes(null)) return [];
  const known = shapes as Sizes[];
  const callee = refusal.call?.callee ?? '';
  if (known.some((shape) => shape.length !== known[0]?.length)) {
    // Arrays of numpy go through no layer.
    return inputs.every(({ library }) => library === 'numpy') ? [] : flatteningIdeas(refusal, analysis, known);
  }
  return /^concat/i.test(callee) ? axisIdeas(refusal, analysis, known) : projectionIdeas(refusal, analysis, known);
}

/** Tensors of more axes than others, laid flat or pooled. */
function flatteningIdeas(refusal: RefusalRecord, analysis: Analysis, shapes: readonly Sizes[]): FixIdea[] {
  const nodes = mergedNodes(refusal);
  const found = callAt(refusal.constructed) ?? callAt(refusal.site);
  if (!found || nodes.length !== shapes.length || !shapes.some((shape) => shape.length === 2)) return [];
  const longest = Math.max(...shapes.map((shape) => shape.length));
  return ['Flatten', `GlobalAveragePooling${longest - 2}D`].flatMap((name): FixIdea[] => {
    const named = layerLike(found, name, analysis);
    if (!named) return [];
    const edits = nodes.flatMap((node, i) => {
      const isLonger = (shapes[i]?.length ?? 0) > 2;
      return (isLonger && replaced(analysis, refusal.site, node, (text) => `${named.text}()(${text})`)) || [];
    });
    return edits.length > 0
      ? [{ title: `Add \`${name}()\` before they meet`, edits: [...edits, ...named.imports] }]
      : [];
  });
}

/** The units of the Dense layer (or filters of the convolution) behind an operand, made the other's last size. */
export function operandIdeas({ call }: RefusalRecord, analysis: Analysis): FixIdea[] {
  const inputs = call?.inputs ?? [];
  return inputs.flatMap((input, i): FixIdea[] => {
    const other = inputs[1 - i];
    if (inputs.length !== 2 || !other || !hasRank(other.shape) || !hasRank(input.shape)) return [];
    const [size, own] = [other.shape.at(-1), input.shape.at(-1)];
    if (size === undefined || !isKnown(size) || size === own || size === 1) return [];
    const made = callsBehind(analysis, [input]).find(({ callee }) => /^(Dense|Conv\dD)$/.test(callee));
    const found = made && layerCall(made);
    const parameter = made?.callee === 'Dense' ? 'units' : 'filters';
    const edit = found && setArgument(analysis, found, parameter, `${size}`, argumentsOf(made.instance));
    return edit ? [{ title: `Use \`${parameter}=${size}\` in the ${made.callee} behind it`, edits: [edit] }] : [];
  });
}

/** Other sizes of the inputs: the next multiples of 2, 4, 8 …, which halve without a rest. */
export function inputSizeIdeas({ call }: RefusalRecord, analysis: Analysis): FixIdea[] {
  const behind = callsBehind(analysis, call?.inputs ?? []);
  const inputs = behind.flatMap((one) => (one.kind === 'input' ? (callAt(one.site) ?? []) : []));
  return [4, 8, 16, 32, 64].flatMap((step): FixIdea[] => {
    const edits = inputs.flatMap(({ site, call: made }) => {
      const node = made.keywords.find(({ arg }) => arg === 'shape')?.value ?? made.args[0];
      if (node?.kind !== 'Tuple' || node.elements.length < 2) return [];
      return node.elements.slice(0, -1).flatMap((element) => {
        if (element.kind !== 'Constant' || element.value.type !== 'int') return [];
        const size = Math.ceil(Number(element.value.value) / step) * step;
        return replaced(analysis, site, element, () => `${size}`) ?? [];
      });
    });
    return edits.length > 0 ? [{ title: `Make the input's sizes multiples of ${step}`, edits }] : [];
  });
}

/** Another axis, where all the others agree. */
function axisIdeas(refusal: RefusalRecord, analysis: Analysis, shapes: readonly Sizes[]): FixIdea[] {
  const [first = []] = shapes;
  if (shapes.some((shape) => shape.length !== first.length)) return [];
  const differing = first.flatMap((size, axis) =>
    shapes.some((shape) => isKnown(size) && isKnown(shape[axis] ?? size) && shape[axis] !== size) ? [axis] : [],
  );
  const [axis] = differing;
  const found = callAt(refusal.constructed) ?? callAt(refusal.site);
  if (differing.length !== 1 || axis === undefined || !found) return [];
  const edit = setArgument(analysis, found, 'axis', `${axis}`, argumentsOf(refusal.call?.instance));
  return edit ? [{ title: `Join on axis ${axis}`, edits: [edit] }] : [];
}

/** A convolution of size 1, or a Dense layer, that gives one of two tensors the other's sizes. */
function projectionIdeas(refusal: RefusalRecord, analysis: Analysis, shapes: readonly Sizes[]): FixIdea[] {
  const nodes = mergedNodes(refusal);
  const found = callAt(refusal.constructed) ?? callAt(refusal.site);
  if (!found || nodes.length !== 2 || shapes.length !== 2) return [];
  const [a, b] = nodes as [Expression, Expression];
  const [from, to] = shapes as [Sizes, Sizes];
  return [
    ...projectionsOf(analysis, found, refusal, a, from, b, to),
    ...projectionsOf(analysis, found, refusal, b, to, a, from),
  ];
}

function projectionsOf(
  analysis: Analysis,
  found: CallSite,
  { site }: RefusalRecord,
  node: Expression,
  from: Sizes,
  other: Expression,
  to: Sizes,
): FixIdea[] {
  if (from.length !== to.length || (from.length !== 4 && from.length !== 2 && from.length !== 3)) return [];
  const made = layerLike(found, from.length === 4 ? 'Conv2D' : 'Dense', analysis);
  const channels = to[to.length - 1];
  if (!made || channels === undefined || !isKnown(channels)) return [];
  const name = analysis.textAt({ ...site.place, start: other.start, end: other.end });
  const own = analysis.textAt({ ...site.place, start: node.start, end: node.end });
  const isNamed = node.kind === 'Name' && other.kind === 'Name';
  const texts: [string, string][] = [];
  if (from.length !== 4) {
    if (from.slice(1, -1).every((size, i) => size === to[i + 1])) texts.push([`${channels}`, '']);
  } else {
    const steps = [1, 2].map((axis) => stepOf(from[axis], to[axis]));
    if (steps[0] === null || steps[0] !== steps[1]) return [];
    const strides = steps[0] === 1 ? '' : `, strides=${steps[0]}`;
    texts.push([`${channels}, 1${strides}`, steps[0] === 1 ? '' : ', padding="same"']);
    // In a function that is called with several sizes.
    if (isNamed) texts.push([`${name}.shape[-1], 1, strides=${own}.shape[1] // ${name}.shape[1]`, ', padding="same"']);
  }
  return texts.flatMap(([given, padding]): FixIdea[] => {
    const edit = replaced(analysis, site, node, (text) => `${made.text}(${given}${padding})(${text})`);
    return edit
      ? [{ title: `Bring it to the other's sizes: \`${made.text}(${given})\``, edits: [edit, ...made.imports] }]
      : [];
  });
}

/** The strides that lead from a size to another; null where none do. */
function stepOf(from: Dimension | undefined, to: Dimension | undefined): number | null {
  if (from === undefined || to === undefined) return null;
  if (from === to) return 1;
  if (!isKnown(from) || !isKnown(to) || to > from) return null;
  const step = Math.round(from / to);
  return Math.ceil(from / step) === to ? step : null;
}

/** `layers.Add()([a, b])`, `layers.add([a, b])`: what stands in the list. */
function mergedNodes({ site }: RefusalRecord): readonly Expression[] {
  const list = callAt(site)?.call.args[0];
  return list?.kind === 'List' || list?.kind === 'Tuple' ? list.elements : [];
}
