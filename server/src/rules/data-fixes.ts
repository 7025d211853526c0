/** Edits that bring data and a model's input together. */
import type { Analysis } from '../analysis/analysis';
import { callAt, layerCall, setArgument } from '../analysis/arguments';
import { argumentsOf } from '../analysis/observed';
import { asPrimary, boundAt, callOfLayer, replaced, writtenData } from '../analysis/training';
import { layerState } from '../graph/layer';
import { modelState } from '../graph/model';
import type { Node } from '../python/ast';
import { forEachChild } from '../python/walk';
import { type Dimension, dynamic, isKnown } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import type { Edit } from '../text/edit';
import type { InstanceValue, Value } from '../values/value';
import { elementBefore, layerLike } from './insert-layer';
import type { FixIdea } from './rule';

type Sizes = readonly Dimension[];

function tupleText(sizes: Sizes): string {
  const items = sizes.map((size) => (isKnown(size) ? `${size}` : 'None'));
  return `(${items.join(', ')}${items.length === 1 ? ',' : ''})`;
}

function productOf(sizes: Sizes): number | null {
  return sizes.every(isKnown) ? sizes.reduce((all: number, size) => all * size, 1) : null;
}

function same(a: Sizes, b: Sizes): boolean {
  return a.length === b.length && a.every((size, i) => size === b[i]);
}

/** Ideas for data of one shape that a model's input does not take. `expected` has its batch, `actual` its samples. */
export function dataIdeas(
  analysis: Analysis,
  model: InstanceValue,
  index: number,
  expected: Sizes | null,
  actual: Sizes,
): FixIdea[] {
  const sample = actual.slice(1);
  const wanted = expected?.slice(1) ?? null;
  const ideas: (FixIdea | null)[] = [];
  if (wanted && sameOrOpen(wanted, actual)) {
    ideas.push(dataEdit(analysis, model, actual, 'Add the batch axis: `[None]`', (text) => `${text}[None]`));
  }
  if (!wanted) ideas.push(...inputIdeas(analysis, model, index, sample));
  else {
    const order = permutation(sample, wanted);
    if (order) {
      const axes = [0, ...order.map((axis) => axis + 1)].join(', ');
      ideas.push(
        dataEdit(
          analysis,
          model,
          actual,
          `Move the axes of the data: \`transpose(${axes})\``,
          (text) => `${text}.transpose(${axes})`,
        ),
      );
    }
    ideas.push(...inputIdeas(analysis, model, index, sample));
    if (sample.length > 0 && wanted.length === sample.length + 1)
      ideas.push(...inputIdeas(analysis, model, index, [...sample, 1]));
    const count = productOf(wanted);
    if (count !== null && count === productOf(sample)) {
      const sizes = wanted.join(', ');
      ideas.push(
        dataEdit(
          analysis,
          model,
          actual,
          `Reshape the data to \`(-1, ${sizes})\``,
          (text) => `${text}.reshape(-1, ${sizes})`,
          true,
          'x',
          (value) => holdsSamplesOf(value, count) && !fitsAlready(value, wanted),
        ),
      );
    } else if (count !== null && same(wanted, actual)) {
      ideas.push(null);
    } else if (count !== null && count === productOf(actual)) {
      const sizes = wanted.join(', ');
      ideas.push(dataEdit(analysis, model, actual, 'Add the batch axis', (text) => `${text}.reshape(1, ${sizes})`));
    }
  }
  ideas.push(
    dataEdit(analysis, model, actual, 'Give the data a last axis: `[..., None]`', (text) => `${text}[..., None]`),
    dataEdit(
      analysis,
      model,
      actual,
      'Take off the last axis of the data',
      (text) => `${text}[..., 0]`,
      sample.length > 1,
    ),
  );
  return ideas.filter((idea): idea is FixIdea => idea !== null);
}

function sameOrOpen(a: Sizes, b: Sizes): boolean {
  return a.length === b.length && a.every((size, i) => !isKnown(size) || size === b[i]);
}

/** Which axis of `from` stands where in `to`, if they hold the same sizes in another order. */
function permutation(from: Sizes, to: Sizes): number[] | null {
  if (from.length !== to.length || from.length < 2 || !from.every(isKnown) || !to.every(isKnown)) return null;
  const left = from.map((size, axis) => ({ size, axis }));
  const order: number[] = [];
  for (const size of to) {
    const at = left.findIndex((one) => one.size === size);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (!found) return null;
    order.push(found.axis);
  }
  return order.every((axis, i) => axis === i) ? null : order;
}

/** The same edit to all data of a shape that the model is given. */
export function dataEdit(
  analysis: Analysis,
  model: InstanceValue,
  actual: Sizes,
  title: string,
  text: (primary: string) => string,
  applies = true,
  role: 'x' | 'y' = 'x',
  isAlike: (value: Value) => boolean = (value) => isLike(value, actual),
): FixIdea | null {
  if (!applies) return null;
  const edits: Edit[] = [];
  const all = writtenData(analysis, model);
  for (const data of all) {
    // What an autoencoder gets as labels are its inputs.
    const isMeant = data.role === role || all.some((other) => other.role === role && other.value === data.value);
    if (!isMeant || !isAlike(data.value)) continue;
    const edit = replaced(analysis, data.site, data.expression, (old) => text(asPrimary(data.expression, old)));
    if (edit && !edits.some((other) => other.start === edit.start)) edits.push(edit);
  }
  return edits.length > 0 ? { title, edits } : null;
}

/** Whether each sample of some data has a number of elements. */
function holdsSamplesOf(value: Value, count: number): boolean {
  return (
    value.kind === 'tensor' &&
    hasRank(value.shape) &&
    value.shape.length > 1 &&
    productOf(value.shape.slice(1)) === count
  );
}

function fitsAlready(value: Value, wanted: Sizes): boolean {
  return value.kind === 'tensor' && hasRank(value.shape) && same(value.shape.slice(1), wanted);
}

/** Data of the same sizes, but for how many there are. */
function isLike(value: Value, actual: Sizes): boolean {
  if (value.kind !== 'tensor' || !hasRank(value.shape)) return false;
  return value.shape.length === actual.length && value.shape.every((size, i) => i === 0 || size === actual[i]);
}

/** The model's input given the data's shape, where it is written: in `Input(…)`, or in the first layer. */
export function inputIdeas(analysis: Analysis, model: InstanceValue, index: number, sample: Sizes): FixIdea[] {
  if (sample.length === 0) return [];
  const edit = inputEdit(analysis, model, index, sample);
  if (!edit) return [];
  const title = `Make the input's shape \`${tupleText(sample)}\``;
  const flatten = flattenEdits(analysis, model, sample);
  return [
    { title, edits: edit },
    ...(flatten ? [{ title: `${title} and flatten it`, edits: [...edit, ...flatten] }] : []),
  ];
}

function inputEdit(analysis: Analysis, model: InstanceValue, index: number, sample: Sizes): Edit[] | null {
  const state = modelState(model);
  const tensor = state?.network.value?.inputs[index];
  const text = tupleText(sample);
  const observation = tensor?.producer && analysis.sites.observationOf(tensor.producer);
  const site = observation?.kind === 'input' ? observation.site : null;
  const found = callAt(site);
  if (found) {
    const keyword = found.call.keywords.find(({ arg }) => arg === 'shape');
    const node = keyword?.value ?? found.call.args[0];
    const edit = node && replaced(analysis, found.site, node, () => text);
    return edit ? [edit] : null;
  }
  const [first] = (state?.stack.value ?? []).filter((layer) => layerState(layer)?.kind?.name !== 'InputLayer');
  const made = first && callOfLayer(analysis, first);
  const call = made && layerCall(made);
  if (!call || !first) return null;
  const written = call.call.keywords.find(
    ({ arg }) => arg === 'input_shape' || arg === 'batch_input_shape' || arg === 'input_dim' || arg === 'input_length',
  );
  if (!written) return null;
  if (written.arg === 'input_length') {
    const edit = sample.length === 1 ? replaced(analysis, call.site, written.value, () => `${sample[0]}`) : null;
    return edit ? [edit] : null;
  }
  if (written.arg === 'input_shape')
    return [setArgument(analysis, call, 'input_shape', text, argumentsOf(first))].flatMap((one) => one ?? []);
  const edit = replaced(analysis, call.site, written, () =>
    written.arg === 'input_dim' && sample.length === 1 && sample[0] !== undefined && isKnown(sample[0])
      ? `input_dim=${sample[0]}`
      : written.arg === 'input_dim'
        ? `input_shape=${text}`
        : `batch_input_shape=${tupleText([dynamic(), ...sample])}`,
  );
  return edit ? [edit] : null;
}

/** A Flatten in front of the first layer, which then gets the input's shape. */
function flattenEdits(analysis: Analysis, model: InstanceValue, sample: Sizes): Edit[] | null {
  if (sample.length < 2) return null;
  const [first] = (modelState(model)?.stack.value ?? []).filter(
    (layer) => layerState(layer)?.kind?.name !== 'InputLayer',
  );
  const made = first && callOfLayer(analysis, first);
  const call = made && layerCall(made);
  const name = call && layerLike(call, 'Flatten', analysis);
  if (!call || !name) return null;
  const shape = call.call.keywords.find(({ arg }) => arg === 'input_shape' || arg === 'input_dim');
  // The shape must stand in the first layer: it moves to the Flatten.
  if (shape) return null;
  const added = elementBefore(call, `${name.text}()`, analysis);
  return added && [...added, ...name.imports];
}

/** Several inputs in the order of the model's. */
export function orderIdeas(analysis: Analysis, model: InstanceValue): FixIdea[] {
  const inputs = modelState(model)?.network.value?.inputs ?? [];
  if (inputs.length < 2) return [];
  const edits: Edit[] = [];
  for (const { role, expression, site, value } of writtenData(analysis, model)) {
    if (role !== 'x' || (expression.kind !== 'List' && expression.kind !== 'Tuple')) continue;
    if ((value.kind !== 'list' && value.kind !== 'tuple') || value.items.length !== inputs.length) continue;
    const order = inputs.map((input) => value.items.findIndex((item) => fitsInput(item, input)));
    if (new Set(order).size !== inputs.length || order.includes(-1)) continue;
    const texts = expression.elements.map((element) => textOf(analysis, site, element));
    for (const [i, element] of expression.elements.entries()) {
      const edit = replaced(analysis, site, element, () => texts[order[i] as number] ?? '');
      if (edit) edits.push(edit);
    }
  }
  return edits.length > 0 ? [{ title: "Pass the data in the order of the model's inputs", edits }] : [];
}

function fitsInput(value: Value, input: Value): boolean {
  if (value.kind !== 'tensor' || input.kind !== 'tensor' || !hasRank(value.shape) || !hasRank(input.shape))
    return false;
  const given = value.shape;
  return (
    given.length === input.shape.length &&
    input.shape.every((size, i) => i === 0 || !isKnown(size) || size === given[i])
  );
}

function textOf(
  analysis: Analysis,
  site: Parameters<typeof replaced>[1],
  node: { start: number; end: number },
): string {
  return analysis.textAt({ ...site.place, start: node.start, end: node.end });
}

/** The size that differs (height and width, if they are alike), where it stands as a number in the line that makes the data. */
export function makingIdeas(analysis: Analysis, array: Value | undefined, wanted: Sizes, actual: Sizes): FixIdea[] {
  const differing = actual.flatMap((size, i) => (i > 0 && size !== wanted[i] ? [i] : []));
  const [axis] = differing;
  const bound = array && boundAt(analysis, array);
  const areAlike = differing.every((i) => actual[i] === actual[axis ?? i] && wanted[i] === wanted[axis ?? i]);
  if (!bound || wanted.length !== actual.length || axis === undefined || !areAlike) return [];
  const [old, size] = [actual[axis], wanted[axis]];
  if (old === undefined || size === undefined || !isKnown(old) || !isKnown(size)) return [];
  const end = analysis.lines.lineEnd(analysis.lines.position(bound.span.end).line);
  const line = analysis.text.slice(bound.span.end, end);
  const found = [...line.matchAll(new RegExp(`(?<![\\w.])${old}(?![\\w.])`, 'g'))];
  if (found.length !== differing.length) return [];
  const edits = found.map(({ index }) => {
    const start = bound.span.end + index;
    return { start, end: start + `${old}`.length, newText: `${size}` };
  });
  return [{ title: `Make the data with ${size} in place of ${old}`, edits }];
}

/** Single samples that a generator yields, each as a batch of one. */
export function yieldIdeas(analysis: Analysis): FixIdea[] {
  const edits: Edit[] = [];
  for (const item of analysis.module.items) {
    const visit = (node: Node): void => {
      if (node.kind === 'Yield' && node.value?.kind === 'Tuple') {
        for (const part of node.value.elements) {
          const [start, end] = [item.start + part.start, item.start + part.end];
          const text = asPrimary(part, analysis.text.slice(start, end));
          edits.push({ start, end, newText: `${text}[None]` });
        }
      }
      forEachChild(node, visit);
    };
    visit(item.statement);
  }
  return edits.length > 0 ? [{ title: 'Yield batches of one sample: `[None]`', edits }] : [];
}

/** `.batch(32)` behind a data set that gives single samples. */
export function batchIdeas(analysis: Analysis, model: InstanceValue): FixIdea[] {
  const edits: Edit[] = [];
  for (const { role, expression, site, value } of writtenData(analysis, model)) {
    if (role !== 'x' || value.kind !== 'instance' || value.cls.name === 'module') continue;
    const edit = replaced(analysis, site, expression, (old) => `${asPrimary(expression, old)}.batch(32)`);
    if (edit) edits.push(edit);
  }
  return edits.length > 0 ? [{ title: 'Batch the data set: `.batch(32)`', edits }] : [];
}
