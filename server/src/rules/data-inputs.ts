/** What `fit` and its like are given: how many arrays, under which names, and of what kind. */

import type { Analysis } from '../analysis/analysis';
import { callAt, layerCall, setArgument } from '../analysis/arguments';
import { argumentsOf } from '../analysis/observed';
import { spanOf } from '../analysis/sites';
import { asPrimary, callOfLayer, replaced, writtenData } from '../analysis/training';
import { samplesOf } from '../catalogue/keras/training/batch';
import type { RefusalRecord } from '../interpreter/trace';
import type { Node } from '../python/ast';
import { forEachChild } from '../python/walk';
import type { Edit } from '../text/edit';
import type { InstanceValue } from '../values/value';
import { withoutArgument } from './leave-out';
import { partIdeas, stackIdeas } from './part-ideas';
import { refusalRule } from './refused';
import type { FixIdea } from './rule';
import { dataPlaces, trainingOf } from './training';

export const dataInputs = refusalRule({
  code: 'data-inputs',
  title: 'Data in another form than the model takes',
  page: {
    what: 'A model is given too few or too many arrays, under other names than those of its inputs and outputs, or no arrays at all.',
    why: 'A model takes one array for each input and one for each output: in a list, or in a dict by the names of the layers. Keras 3 takes no lists of numbers; a generator must yield tuples.',
    next: 'Pass one array for each input and output, or make an array of the list.',
    wrong: 'model = keras.Sequential([keras.Input(shape=(2,)), layers.Dense(1)])\nmodel.predict([[1.0, 2.0]])',
    right:
      'model = keras.Sequential([keras.Input(shape=(2,)), layers.Dense(1)])\nmodel.predict(np.array([[1.0, 2.0]]))',
  },
  tell(refusal, analysis) {
    const { model, arrays } = trainingOf(refusal);
    const plain = refusal.facts?.plain;
    return {
      next: plain ? 'make an array of it: `np.array(…)`' : 'pass one array for each input and each output',
      related: dataPlaces(analysis, arrays),
      fixes: model ? [...(plain ? arrayIdeas(analysis, model) : []), ...formIdeas(refusal, analysis, model)] : [],
    };
  },
});

/** `np.array(…)` around the lists of numbers that a model is given. */
function arrayIdeas(analysis: Analysis, model: InstanceValue): FixIdea[] {
  const numpy = [...analysis.trace.values()].find(
    ([, value]) => value.kind === 'module' && value.name === 'numpy',
  )?.[0];
  const name = numpy ?? 'np';
  const edits: Edit[] = writtenData(analysis, model).flatMap((data) => {
    if (data.value.kind !== 'list' && data.value.kind !== 'tuple') return [];
    return replaced(analysis, data.site, data.expression, (text) => `${name}.array(${text})`) ?? [];
  });
  if (edits.length === 0) return [];
  const imports: Edit[] = numpy ? [] : [{ start: 0, end: 0, newText: 'import numpy as np\n' }];
  return [{ title: 'Make an array of the list', edits: [...imports, ...edits] }];
}

function formIdeas(refusal: RefusalRecord, analysis: Analysis, model: InstanceValue): FixIdea[] {
  const { names, keys, missing, source } = refusal.facts ?? {};
  const ideas: FixIdea[] = [];
  if (source === 'generator') ideas.push(...tupleIdeas(analysis));
  const found = callAt(refusal.site);
  if (found && source !== undefined) {
    for (const idea of [
      withoutArgument(found, 'validation_split', analysis),
      withoutArgument(found, 'y', analysis, 1),
    ]) {
      if (idea) ideas.push(idea);
    }
  }
  ideas.push(...elementIdeas(refusal, analysis, model));
  if (refusal.facts?.inner === 'invalid-input')
    ideas.push(...partIdeas(analysis, model), ...stackIdeas(analysis, model));
  if (missing === 'y') ideas.push(...labelsIdeas(refusal, analysis, model));
  if (Array.isArray(names) && Array.isArray(keys))
    ideas.push(...keyIdeas(analysis, names.map(String), keys.map(String)));
  else if (Array.isArray(names)) ideas.push(...repeatIdeas(analysis, model, names.length));
  return ideas;
}

/** Numbers in place of Python objects; an Embedding with a row for each index; `validation_data` with its labels. */
function elementIdeas({ facts }: RefusalRecord, analysis: Analysis, model: InstanceValue): FixIdea[] {
  const { elements, role, embedding, most } = facts ?? {};
  if (elements !== undefined) {
    const edits = writtenData(analysis, model).flatMap((data): Edit[] => {
      const isMeant =
        data.role === role &&
        data.value.kind === 'tensor' &&
        data.value.dtype === elements &&
        (elements === 'object' || data.value.data?.every((one) => one !== '' && Number.isFinite(Number(one))) === true);
      const edit = isMeant
        ? replaced(
            analysis,
            data.site,
            data.expression,
            (text) => `${asPrimary(data.expression, text)}.astype('float32')`,
          )
        : null;
      return edit ? [edit] : [];
    });
    return edits.length > 0 ? [{ title: "Make numbers of them: `.astype('float32')`", edits }] : [];
  }
  const layer = embedding as InstanceValue | undefined;
  const made = layer && callOfLayer(analysis, layer);
  const found = made && layerCall(made);
  const rows = Number(most) + 1;
  const edit = found && setArgument(analysis, found, 'input_dim', `${rows}`, argumentsOf(layer));
  return edit ? [{ title: `Give the Embedding ${rows} rows`, edits: [edit] }] : [];
}

/** Lists that a generator yields as tuples. */
function tupleIdeas(analysis: Analysis): FixIdea[] {
  const edits: Edit[] = [];
  for (const item of analysis.module.items) {
    const visit = (node: Node): void => {
      if (node.kind === 'Yield' && node.value?.kind === 'List') {
        const { start, end } = node.value;
        const at = item.start + start;
        edits.push(
          { start: at, end: at + 1, newText: '(' },
          { start: item.start + end - 1, end: item.start + end, newText: ')' },
        );
      }
      forEachChild(node, visit);
    };
    visit(item.statement);
  }
  return edits.length > 0 ? [{ title: 'Yield a tuple', edits }] : [];
}

/** Labels by a name of the program that holds as many. */
function labelsIdeas(refusal: RefusalRecord, analysis: Analysis, model: InstanceValue): FixIdea[] {
  const [x] = writtenData(analysis, model).filter(({ role, site }) => role === 'x' && site.node === refusal.site.node);
  const count = x && samplesOf(x.value);
  if (!x || count === null || count === undefined) return [];
  const span = spanOf(analysis, x.site, x.expression);
  if (!span) return [];
  return [...analysis.trace.values()]
    .filter(([name, value]) => /^(y|label|target)/i.test(name) && samplesOf(value) === count)
    .slice(0, 3)
    .map(([name]) => ({
      title: `Pass \`${name}\` as the labels`,
      edits: [{ start: span.end, end: span.end, newText: `, ${name}` }],
    }));
}

/** The key of a dict in the text that no input has, by the name that is missing. */
function keyIdeas(analysis: Analysis, names: readonly string[], keys: readonly string[]): FixIdea[] {
  const missing = names.filter((name) => !keys.includes(name));
  const others = keys.filter((key) => !names.includes(key));
  if (missing.length !== 1 || others.length !== 1) return [];
  const [name, key] = [missing[0] as string, others[0] as string];
  return [...analysis.text.matchAll(new RegExp(`(['"])${key.replace(/[^\w]/g, '\\$&')}\\1(?=\\s*:)`, 'g'))].map(
    (found) => ({
      title: `Use the key \`'${name}'\``,
      edits: [{ start: found.index, end: found.index + found[0].length, newText: `'${name}'` }],
    }),
  );
}

/** The same labels for each output. */
function repeatIdeas(analysis: Analysis, model: InstanceValue, count: number): FixIdea[] {
  const edits = writtenData(analysis, model).flatMap((data): Edit[] => {
    if (data.role !== 'y' || data.value.kind !== 'tensor') return [];
    return [
      replaced(
        analysis,
        data.site,
        data.expression,
        (text) => `[${Array.from({ length: count }, () => text).join(', ')}]`,
      ),
    ].flatMap((one) => one ?? []);
  });
  return edits.length > 0 ? [{ title: 'Give the same labels to each output', edits }] : [];
}
