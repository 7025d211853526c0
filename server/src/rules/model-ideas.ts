/** Edits where a model is made of what cannot be one: inputs that are missing, layers that are not made or not called. */
import type { Analysis } from '../analysis/analysis';
import { type CallSite, callAt } from '../analysis/arguments';
import { replaced } from '../analysis/training';
import { operationName } from '../graph/node';
import type { RefusalRecord } from '../interpreter/trace';
import type { Expression } from '../python/ast';
import type { Edit } from '../text/edit';
import type { FixIdea } from './rule';

export function modelIdeas(refusal: RefusalRecord, analysis: Analysis): FixIdea[] {
  const found = callAt(refusal.site);
  if (!found) return [];
  if (refusal.code === 'disconnected-graph') return inputsIdea(refusal, found, analysis);
  return [...makingIdeas(found, analysis), ...addingIdeas(found, analysis), ...callingIdeas(refusal, found, analysis)];
}

/** The input that outputs need, among the inputs of the model. */
function inputsIdea({ facts }: RefusalRecord, found: CallSite, analysis: Analysis): FixIdea[] {
  const node = argumentOf(found, 'inputs', 0) ?? argumentOf(found, 'input', 0);
  const missing = [...analysis.trace.values()].find(
    ([, value]) =>
      value.kind === 'tensor' &&
      value.producer?.inputs.length === 0 &&
      operationName(value.producer.operation) === facts?.name,
  )?.[0];
  if (!node || missing === undefined) return [];
  const edit = replaced(analysis, found.site, node, (text) =>
    node.kind === 'List'
      ? `${text.replace(/\]$/, '').trimEnd().replace(/,$/, '')}, ${missing}]`
      : `[${text}, ${missing}]`,
  );
  return edit ? [{ title: `Add \`${missing}\` to the inputs`, edits: [edit] }] : [];
}

function argumentOf({ call }: CallSite, name: string, position: number): Expression | undefined {
  return call.keywords.find(({ arg }) => arg === name)?.value ?? call.args[position];
}

/** `Flatten` where a layer is wanted, as `Flatten()`. */
function makingIdeas({ site, call }: CallSite, analysis: Analysis): FixIdea[] {
  const [first] = call.args;
  const nodes = first?.kind === 'List' || first?.kind === 'Tuple' ? first.elements : first ? [first] : [];
  const edits = nodes.flatMap((node): Edit[] => {
    const name = node.kind === 'Attribute' ? node.attr : node.kind === 'Name' ? node.id : '';
    const edit = /^[A-Z]\w*[a-z]/.test(name) ? replaced(analysis, site, node, (text) => `${text}()`) : null;
    return edit ? [edit] : [];
  });
  return edits.length > 0 ? [{ title: 'Make the layer: `()`', edits }] : [];
}

/** `model.add([a, b])` as a call for each. */
function addingIdeas({ site, call }: CallSite, analysis: Analysis): FixIdea[] {
  const [list] = call.args;
  if (call.func.kind !== 'Attribute' || call.func.attr !== 'add' || list?.kind !== 'List') return [];
  const span = analysis.span(site.place);
  if (!span) return [];
  const start = analysis.lines.lineStart(analysis.lines.position(span.start).line);
  const indent = analysis.text.slice(start, span.start);
  const textOf = (node: Expression) => analysis.textAt({ ...site.place, start: node.start, end: node.end });
  if (indent.trim() !== '') return [];
  const added = list.elements.map((element) => `${textOf(call.func)}(${textOf(element)})`);
  return [{ title: 'Add the layers one by one', edits: [{ ...span, newText: added.join(`\n${indent}`) }] }];
}

/** A layer among the outputs, called on the tensor that was made before it. */
function callingIdeas(refusal: RefusalRecord, found: CallSite, analysis: Analysis): FixIdea[] {
  if (refusal.parameter !== 'outputs') return [];
  const node = argumentOf(found, 'outputs', 1);
  const { bindings } = analysis.trace;
  const at = node?.kind === 'Name' ? bindings.findLastIndex(({ name }) => name === node.id) : -1;
  const value = bindings[at]?.value;
  if (value?.kind !== 'instance') return [];
  const before = bindings.slice(0, at).findLast((one) => one.value.kind === 'tensor' && one.value.library === 'keras');
  const span = bindings[at] && analysis.span(bindings[at].site.place);
  if (!before || !span) return [];
  const line = analysis.lines.position(span.start).line;
  const end =
    analysis.lines.lineStart(line) +
    analysis.text.slice(analysis.lines.lineStart(line), analysis.lines.lineEnd(line)).trimEnd().length;
  if (!/\)$/.test(analysis.text.slice(span.start, end))) return [];
  return [{ title: `Call the layer on \`${before.name}\``, edits: [{ start: end, end, newText: `(${before.name})` }] }];
}
