/** Edits that bring labels, the last layer and the loss together. */

import type { Analysis } from '../analysis/analysis';
import { layerCall, setArgument } from '../analysis/arguments';
import { argumentsOf, definitionOf } from '../analysis/observed';
import { spanOf } from '../analysis/sites';
import { callOfLayer, compileCalls, expressionOf, replaced } from '../analysis/training';
import { modelState } from '../graph/model';
import { modelLayers } from '../graph/rows';
import type { Expression } from '../python/ast';
import { type Dimension, isKnown } from '../shapes/dimension';
import { hasRank } from '../shapes/shape';
import type { Edit } from '../text/edit';
import type { InstanceValue, Value } from '../values/value';
import { callsBehind, lossesAmong, paddingIdeas } from './blame';
import { dataEdit } from './data-fixes';
import { growthIdeas } from './growth-ideas';
import { elementBefore, layerLike, wrapInput } from './insert-layer';
import type { FixIdea } from './rule';

type Sizes = readonly Dimension[];

/** What a refusal of labels tells: see `factsOf` of the catalogue's training. */
export interface LabelFacts {
  readonly loss: string;
  readonly labelKind: string;
  readonly labels: Sizes;
  readonly outputs: Sizes;
  readonly index: number;
  readonly dtype: string;
  readonly activation: string | null;
}

export function labelFacts(facts: Readonly<Record<string, unknown>> | undefined): LabelFacts | null {
  return facts && typeof facts.loss === 'string' ? (facts as unknown as LabelFacts) : null;
}

/** Ideas for labels that a loss refuses, or spreads over other outputs; the likeliest first. */
export function labelIdeas(
  analysis: Analysis,
  model: InstanceValue,
  facts: LabelFacts,
  array: Value | undefined,
): FixIdea[] {
  const { labels, outputs, labelKind, dtype } = facts;
  const isColumn = labels.length === 1 || (labels.length === 2 && labels[1] === 1);
  const classes = outputs[outputs.length - 1];
  const actual = array?.kind === 'tensor' && hasRank(array.shape) ? array.shape : labels;
  const ideas: (FixIdea | null)[] = [];
  const sameRank = labels.length === outputs.length;
  const isClassColumn = isColumn && outputs.length === 2;
  const isOneHot = sameRank && labels[labels.length - 1] === classes;
  const isPicture =
    labels.length > 1 && (labels.length === outputs.length - 1 || (sameRank && labels[labels.length - 1] === 1));

  if (labelKind === 'class-numbers' && sameRank && labels.length === 2 && !isColumn && !isOneHot) {
    ideas.push(sequencesIdea(analysis, model, true));
  }
  if (sameRank && labels.length >= 3)
    ideas.push(...sizeIdeas(analysis, model, facts), ...growthIdeas(analysis, model, facts));
  if (labelKind === 'one-hot' && (isClassColumn || isPicture)) {
    ideas.push(lossIdea(analysis, model, facts, 'sparse_categorical_crossentropy'));
    ideas.push(oneHot(analysis, model, actual, classes));
  }
  if (labelKind === 'class-numbers' && isOneHot) {
    ideas.push(lossIdea(analysis, model, facts, 'categorical_crossentropy'));
    ideas.push(
      dataEdit(analysis, model, actual, 'Take class numbers: `argmax(-1)`', (text) => `${text}.argmax(-1)`, true, 'y'),
    );
  }
  if (outputs.length > labels.length || (isColumn && outputs.length > 2)) {
    ideas.push(...narrowingIdeas(analysis, model));
  }
  if (labels.length > outputs.length) ideas.push(sequencesIdea(analysis, model, true));
  if (labelKind === 'binary' || labelKind === 'values') {
    const isCategorical = isClassColumn && isKnown(classes ?? 1) && classes !== 1 && labelKind === 'binary';
    if (
      isCategorical &&
      (facts.activation === 'softmax' || (isKnown(classes ?? 0) && (classes as number) > 2 && dtype.startsWith('int')))
    ) {
      ideas.push(lossIdea(analysis, model, facts, 'sparse_categorical_crossentropy'));
      ideas.push(oneHot(analysis, model, actual, classes));
    }
  }
  const units = isColumn
    ? labelKind === 'one-hot' || labelKind === 'class-numbers'
      ? null
      : 1
    : labels[labels.length - 1];
  const isPixels =
    labels.length >= 3 && labels.length === outputs.length - 1 && (labelKind === 'binary' || labelKind === 'values');
  if (isPixels) ideas.push(unitsIdea(analysis, model, facts.index, 1, labelKind));
  else if (units !== null && units !== undefined && isKnown(units) && units !== classes) {
    ideas.push(unitsIdea(analysis, model, facts.index, units, labelKind));
  }
  if (labelKind === 'class-numbers' && sameRank && !isColumn && !isOneHot) {
    ideas.push(bothIdea(analysis, model, facts));
  }
  if (dtype.startsWith('int') && isClassColumn && labelKind === 'values' && facts.activation === 'softmax') {
    ideas.push(lossIdea(analysis, model, facts, 'sparse_categorical_crossentropy'));
  }
  if (labels.length === outputs.length - 1) {
    ideas.push(
      dataEdit(
        analysis,
        model,
        actual,
        'Give the labels a last axis: `[..., None]`',
        (text) => `${text}[..., None]`,
        true,
        'y',
      ),
    );
  }
  if (labels.length === outputs.length + 1) {
    ideas.push(
      dataEdit(
        analysis,
        model,
        actual,
        'Take the last of the labels: `[:, -1]`',
        (text) => `${text}[:, -1]`,
        true,
        'y',
      ),
    );
  }
  return ideas.filter((idea): idea is FixIdea => idea !== null);
}

/** One-hot labels of another width under a loss for class numbers: both the loss and the units. */
function bothIdea(analysis: Analysis, model: InstanceValue, facts: LabelFacts): FixIdea | null {
  const units = facts.labels[facts.labels.length - 1];
  const loss = lossIdea(analysis, model, facts, 'categorical_crossentropy');
  const last = units !== undefined && isKnown(units) ? unitsIdea(analysis, model, facts.index, units, 'one-hot') : null;
  return loss && last
    ? { title: `${loss.title}, and ${last.title.replace(/^U/, 'u')}`, edits: [...loss.edits, ...last.edits] }
    : null;
}

/** Classes of losses by their functions' names. */
export const CLASS_OF: Readonly<Record<string, string>> = {
  sparse_categorical_crossentropy: 'SparseCategoricalCrossentropy',
  categorical_crossentropy: 'CategoricalCrossentropy',
  binary_crossentropy: 'BinaryCrossentropy',
};

/** Another loss, in the `compile` that gives it, with the metrics that go with it. */
export function lossIdea(
  analysis: Analysis,
  model: InstanceValue,
  facts: Pick<LabelFacts, 'loss'>,
  wanted: string,
): FixIdea | null {
  const call = compileCalls(analysis, model).at(-1)?.found;
  const written = call && expressionOf(call, 'loss', 1);
  if (!call || !written) return null;
  const edits = lossEdits(analysis, call.site, written, facts.loss, wanted);
  if (edits.length === 0) return null;
  const metrics = expressionOf(call, 'metrics', 3) ?? expressionOf(call, 'metrics', 2);
  const metric = wanted === 'sparse_categorical_crossentropy' ? 'sparse_categorical_accuracy' : 'categorical_accuracy';
  const old = wanted === 'sparse_categorical_crossentropy' ? 'categorical_accuracy' : 'sparse_categorical_accuracy';
  for (const item of metrics ? textsIn(metrics) : []) {
    const edit = isText(item, old) ? replaced(analysis, call.site, item, () => `'${metric}'`) : null;
    if (edit) edits.push(edit);
  }
  return { title: `Use \`${wanted}\``, edits };
}

/** Edits for each spelling of a loss in an expression: texts, functions and classes. */
function lossEdits(
  analysis: Analysis,
  site: Parameters<typeof replaced>[1],
  written: Expression,
  old: string,
  wanted: string,
): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: Expression): void => {
    if (node.kind === 'List' || node.kind === 'Tuple') node.elements.forEach(visit);
    else if (node.kind === 'Dict') for (const item of node.items) visit(item.value);
    else if (node.kind === 'Constant') {
      const edit = isText(node, old) ? replaced(analysis, site, node, (text) => text.replace(/[\w]+/, wanted)) : null;
      if (edit) edits.push(edit);
    } else if (node.kind === 'Attribute' || node.kind === 'Name') {
      const name = node.kind === 'Attribute' ? node.attr : node.id;
      if (name !== old) return;
      const edit = replaced(analysis, site, node, (text) =>
        node.kind === 'Name' ? `'${wanted}'` : text.slice(0, -name.length) + wanted,
      );
      if (edit) edits.push(edit);
    } else if (node.kind === 'Call') {
      const { func } = node;
      const name = func.kind === 'Attribute' ? func.attr : func.kind === 'Name' ? func.id : null;
      if (name !== CLASS_OF[old]) return;
      const isBare = node.args.length === 0 && node.keywords.length === 0;
      const edit =
        func.kind === 'Attribute'
          ? replaced(analysis, site, func, (text) => text.slice(0, -func.attr.length) + CLASS_OF[wanted])
          : isBare
            ? replaced(analysis, site, node, () => `'${wanted}'`)
            : null;
      if (edit) edits.push(edit);
    }
  };
  visit(written);
  return edits;
}

function isText(node: Expression, text: string): boolean {
  return node.kind === 'Constant' && node.value.type === 'str' && node.value.value === text;
}

function textsIn(node: Expression): readonly Expression[] {
  return node.kind === 'List' || node.kind === 'Tuple' ? node.elements.flatMap(textsIn) : [node];
}

/** `to_categorical` around the labels, by what the program has a name for. */
function oneHot(
  analysis: Analysis,
  model: InstanceValue,
  actual: Sizes,
  classes: Dimension | undefined,
): FixIdea | null {
  if (classes === undefined || !isKnown(classes)) return null;
  const make = oneHotText(analysis, classes);
  return make && dataEdit(analysis, model, actual, `Make the labels one-hot, of ${classes} classes`, make, true, 'y');
}

/** What makes labels one-hot, by what the program has a name for. */
export function oneHotText(analysis: Analysis, classes: number): ((text: string) => string) | null {
  for (const [name, value] of analysis.trace.values()) {
    if (value.kind === 'native' && value.name === 'to_categorical') return (text) => `${name}(${text}, ${classes})`;
  }
  for (const [name, value] of analysis.trace.values()) {
    if (value.kind !== 'module') continue;
    if (/^(tensorflow\.)?keras$/.test(value.name)) return (text) => `${name}.utils.to_categorical(${text}, ${classes})`;
    if (value.name === 'tensorflow') return (text) => `${name}.keras.utils.to_categorical(${text}, ${classes})`;
  }
  for (const [name, value] of analysis.trace.values()) {
    if (value.kind === 'module' && value.name === 'numpy') return (text) => `${name}.eye(${classes})[${text}]`;
  }
  return null;
}

/** The layer that gives an output, where it is one with `units` or `filters`. */
function lastLayer(model: InstanceValue, index: number): InstanceValue | null {
  const producer = modelState(model)?.network.value?.outputs[index]?.producer;
  const layer = producer?.operation;
  if (layer?.kind !== 'instance') return modelLayers(model)?.at(-1) ?? null;
  const passes = /^(Activation|Softmax|Dropout|Flatten|Reshape)$/.test(layer.cls.name);
  return passes ? (modelLayers(model)?.findLast((one) => /^(Dense|Conv\dD)$/.test(one.cls.name)) ?? null) : layer;
}

export function unitsIdea(
  analysis: Analysis,
  model: InstanceValue,
  index: number,
  units: number,
  labelKind: string,
  activation: string | null = null,
): FixIdea | null {
  const layer = lastLayer(model, index);
  const made = layer && callOfLayer(analysis, layer);
  const found = made && layerCall(made);
  const name = definitionOf(layer)?.name;
  const parameter = name === 'Dense' ? 'units' : name && /^Conv\dD/.test(name) ? 'filters' : null;
  if (!layer || !found || !parameter) return null;
  const bound = argumentsOf(layer);
  const edit = setArgument(analysis, found, parameter, `${units}`, bound);
  if (!edit) return null;
  const edits = [edit];
  const given = bound?.get('activation')?.value;
  const wanted =
    activation ??
    (units === 1 && labelKind === 'binary' && given?.kind === 'str' && given.value === 'softmax' ? 'sigmoid' : null);
  if (wanted) {
    const other = setArgument(analysis, found, 'activation', `'${wanted}'`, bound);
    if (other) edits.push(other);
  }
  return { title: `Use \`${parameter}=${units}\`${wanted ? ` and \`${wanted}\`` : ''} in the last layer`, edits };
}

/** Another activation of the last layer. */
export function activationIdea(
  analysis: Analysis,
  model: InstanceValue,
  index: number,
  activation: string,
): FixIdea | null {
  const producer = modelState(model)?.network.value?.outputs[index]?.producer;
  const layer = producer?.operation;
  const made = layer?.kind === 'instance' ? callOfLayer(analysis, layer) : undefined;
  const found = made && layerCall(made);
  if (!found || layer?.kind !== 'instance') return null;
  const edit = setArgument(analysis, found, 'activation', `'${activation}'`, argumentsOf(layer));
  return edit && { title: `Use \`activation='${activation}'\` in the last layer`, edits: [edit] };
}

/** `from_logits=True`, where the loss is written. */
export function fromLogitsIdea(analysis: Analysis, model: InstanceValue, loss: string): FixIdea | null {
  const call = compileCalls(analysis, model).at(-1)?.found;
  const written = call && expressionOf(call, 'loss', 1);
  const name = CLASS_OF[loss];
  if (!call || !written || !name) return null;
  const title = 'Say `from_logits=True`';
  if (written.kind === 'Call') {
    const at = spanOf(analysis, call.site, { start: written.closing, end: written.closing });
    const comma = written.args.length + written.keywords.length > 0 ? ', ' : '';
    return at && { title, edits: [{ ...at, newText: `${comma}from_logits=True` }] };
  }
  if (written.kind !== 'Constant') return null;
  for (const [known, value] of analysis.trace.values()) {
    if (value.kind !== 'module') continue;
    const root = /^(tensorflow\.)?keras$/.test(value.name)
      ? known
      : value.name === 'tensorflow'
        ? `${known}.keras`
        : null;
    const edit = root && replaced(analysis, call.site, written, () => `${root}.losses.${name}(from_logits=True)`);
    if (edit) return { title, edits: [edit] };
  }
  return null;
}

/** Fewer axes before the last layer: the last step of a sequence only, or all positions laid flat or pooled. */
function narrowingIdeas(analysis: Analysis, model: InstanceValue): FixIdea[] {
  const ideas: (FixIdea | null)[] = [sequencesIdea(analysis, model, false)];
  const layers = modelLayers(model) ?? [];
  // Before the first of the Dense layers at the end: what is dropped or normalized between them stays.
  let at = layers.length;
  for (let i = layers.length - 1; i >= 0; i--) {
    const name = layers[i]?.cls.name ?? '';
    if (name === 'Dense') at = i;
    else if (!/^(Dropout|Activation|BatchNormalization)$/.test(name)) break;
  }
  const target = layers[at];
  const made = target && callOfLayer(analysis, target);
  const found = made && layerCall(made);
  const shape = made?.inputs[0]?.shape;
  if (!found || !shape || !hasRank(shape)) return ideas.filter((one) => one !== null);
  const pooling = shape.length === 3 ? 'GlobalAveragePooling1D' : shape.length === 4 ? 'GlobalAveragePooling2D' : null;
  for (const name of ['Flatten', pooling]) {
    const named = name && made?.throughModel ? layerLike(found, name, analysis) : null;
    const edits = named && elementBefore(found, `${named.text}()`, analysis);
    if (edits && named)
      ideas.push({ title: `Add \`${name}()\` before the first Dense layer`, edits: [...edits, ...named.imports] });
    const around = name && !made?.throughModel ? layerLike(found, name, analysis) : null;
    const wrapped = around && wrapInput(made?.site, `${around.text}()`, analysis);
    if (wrapped && around)
      ideas.push({ title: `Add \`${name}()\` before the first Dense layer`, edits: [...wrapped, ...around.imports] });
  }
  return ideas.filter((one) => one !== null);
}

/** `return_sequences` of the last recurrent layer. */
function sequencesIdea(analysis: Analysis, model: InstanceValue, value: boolean): FixIdea | null {
  const layer = modelLayers(model)?.findLast((one) => {
    const given = argumentsOf(one)?.get('return_sequences')?.value;
    return given?.kind === 'bool' && given.value !== value;
  });
  const made = layer && callOfLayer(analysis, layer);
  const found = made && layerCall(made);
  const text = value ? 'True' : 'False';
  const edit = found && layer && setArgument(analysis, found, 'return_sequences', text, argumentsOf(layer));
  return edit ? { title: `Use \`return_sequences=${text}\` in the last ${layer.cls.name}`, edits: [edit] } : null;
}

/** Pixels that were lost on the way to an output: `padding="same"` where they went. */
function sizeIdeas(analysis: Analysis, model: InstanceValue, facts: LabelFacts): FixIdea[] {
  const output = modelState(model)?.network.value?.outputs[facts.index];
  if (!output || facts.labels.every((size, i) => i === 0 || size === facts.outputs[i])) return [];
  return paddingIdeas(analysis, lossesAmong(analysis, callsBehind(analysis, [output])));
}
