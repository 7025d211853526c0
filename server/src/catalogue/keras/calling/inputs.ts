/** How the arguments of a layer's call become the tensors that its definition is asked about. */
import { flatten, isNested, sortedEntries } from '../../../graph/structure';
import type { Dimension } from '../../../shapes/dimension';
import { reason } from '../../../shapes/reason';
import { hasRank, joinShapes, type Shape } from '../../../shapes/shape';
import type { Arguments } from '../../../values/arguments';
import type { Generation } from '../../../values/context';
import { TensorValue } from '../../../values/tensor';
import { tuple, type UnknownValue, type Value } from '../../../values/value';
import type { LayerDefinition, Nesting } from '../../define-layer';
import { type Failure, failure } from '../../failure';
import { operandOf } from '../../ops/operand';
import { describe } from '../../params';
import { callParametersOf } from '../call-signatures';

/** Names that Keras' layers give to their first input. */
const FIRST_INPUT: ReadonlySet<string> = new Set(['inputs', 'sequences', 'data', 'query', 'x', 'sequence', 'features']);

export interface CallInputs {
  /** The first argument, as it was passed. */
  readonly first: Value;
  /** What the definition is asked about: once with all, or for each leaf by itself. */
  readonly tensors: readonly TensorValue[];
  readonly each: boolean;
  readonly keywords: ReadonlyMap<string, Value>;
  readonly nesting?: Nesting;
}

/** The tensors of each time that a definition is asked. */
export function inputGroups(
  { each }: CallInputs,
  tensors: readonly TensorValue[],
): readonly (readonly TensorValue[])[] {
  return each ? tensors.map((tensor) => [tensor]) : [tensors];
}

export type BoundInputs = CallInputs | { readonly failure: Failure } | UnknownValue;

export function bindInputs(definition: LayerDefinition, given: Arguments, generation: Generation): BoundInputs {
  const callee = definition.name;
  const several = definition.callInputs ?? [];
  const names = [...several.slice(1), ...(definition.callParameters ?? [])];
  const keywords = new Map<string, Value>();
  let first = given.positional[0];
  for (const [index, value] of given.positional.slice(1).entries()) {
    const own = names[index] ?? callParametersOf(callee, generation)[index + 1];
    const name = own ?? (generation === 'keras3' ? undefined : ['training', 'mask'][index]);
    if (name === undefined) {
      return refused(
        callee,
        `${callee} is called on ${given.positional.length} things, and takes ${1 + names.length}`,
        'TypeError',
      );
    }
    keywords.set(name, value);
  }
  for (const [name, value] of given.keywords) {
    if (first === undefined && (name === several[0] || (several.length === 0 && FIRST_INPUT.has(name)))) first = value;
    else if (names.includes(name) || name === 'training' || name === 'mask' || definition.evaluate)
      keywords.set(name, value);
    else return refused(callee, `a call of ${callee} has no argument \`${name}\``, 'TypeError', { parameter: name });
  }
  if (first === undefined) return refused(callee, `${callee} is called without an input`, 'TypeError');
  if (several.length > 0) {
    const missing = several.slice(1, definition.requiredInputs).filter((name) => !keywords.has(name));
    if (missing.length > 0) {
      return refused(callee, `a call of ${callee} lacks \`${missing.join('`, `')}\``, 'TypeError');
    }
    // Keras derives what it builds of from the shapes of those that must be given.
    const absent = several
      .slice(0, definition.requiredInputs)
      .find((name, i) => (i === 0 ? first : keywords.get(name))?.kind === 'None');
    if (absent !== undefined) return refused(callee, `${callee} is called on None as \`${absent}\``, 'TypeError');
    const inputs = [first, ...several.slice(1).flatMap((name) => keywords.get(name) ?? [])];
    if (definition.takes === 'nested') return nested(callee, first, tuple(inputs), keywords);
    return together(
      callee,
      first,
      inputs.filter((value) => value.kind !== 'None'),
      keywords,
    );
  }
  return taken(definition, first, keywords, generation);
}

/** Keras 2 makes tensors of numbers, which TensorFlow stacks for a layer that says nothing of its inputs. */
function tensorOfNumbers({ takes }: LayerDefinition, first: Value): TensorValue | null {
  if (!isNested(first) || (takes !== 'structure' && takes !== 'stacked')) return null;
  const leaves = flatten(first);
  const areNumbers = leaves.length > 0 && leaves.every(({ kind }) => kind === 'int' || kind === 'float');
  return areNumbers ? (madeTensor(first) ?? null) : null;
}

function taken(
  definition: LayerDefinition,
  first: Value,
  keywords: ReadonlyMap<string, Value>,
  generation: Generation,
): BoundInputs {
  const callee = definition.name;
  if (first.kind === 'unknown') return first;
  if ((first.kind === 'list' || first.kind === 'dict') && first.uncertain)
    return { kind: 'unknown', reason: first.uncertain };
  const made = definition.convertsInputs && definition.takes !== 'list' ? madeTensor(first) : null;
  if (made) return { first: made, tensors: [made], each: definition.takes === 'structure', keywords };
  const numbers = generation === 'keras3' || definition.input ? null : tensorOfNumbers(definition, first);
  if (numbers) return { first: numbers, tensors: [numbers], each: definition.takes === 'structure', keywords };
  switch (definition.takes ?? 'tensor') {
    case 'list':
      if (first.kind === 'list' || first.kind === 'tuple') {
        const items = definition.convertsInputs ? first.items.map((item) => madeTensor(item) ?? item) : first.items;
        return together(callee, first, items, keywords);
      }
      return refused(callee, `${callee} takes a list of tensors, not ${describe(first)}`, 'ValueError');
    case 'list only':
      if (first.kind === 'list') return together(callee, first, first.items, keywords);
      return refused(callee, `${callee} takes a list of tensors, not ${describe(first)}`, 'ValueError');
    case 'nested':
      return nested(callee, first, first, keywords);
    case 'structure': {
      // Keras 3's layers that do nothing when not training do nothing to None either.
      const passes = generation === 'keras3' ? definition.passesNone : definition.passesNone === 'in Keras 2 too';
      if (first.kind === 'None' && passes) {
        return { first, tensors: [], each: true, keywords };
      }
      const leaves = flatten(first);
      const bound = together(callee, first, leaves, keywords);
      if (!('tensors' in bound)) return bound;
      if (definition.input && leaves.length !== 1) return tooMany(callee, leaves.length);
      return { ...bound, each: true, ...(isNested(first) ? { nesting: nestingOf(first, { next: 0 }) } : {}) };
    }
    case 'stacked':
      if (first.kind === 'list' || first.kind === 'tuple') {
        const bound = together(callee, first, first.items, keywords);
        const nesting = nestingOf(first, { next: 0 });
        return 'tensors' in bound ? { ...bound, tensors: [stacked(bound.tensors)], nesting } : bound;
      }
      return together(callee, first, [first], keywords);
    default: {
      if (!isNested(first)) return together(callee, first, [first], keywords);
      const leaves = flatten(first);
      const unknownLeaf = leaves.find((leaf) => leaf.kind === 'unknown');
      if (leaves.length === 1 && unknownLeaf?.kind === 'unknown') return unknownLeaf;
      if (
        leaves.length === 1 &&
        generation !== 'keras3' &&
        leaves[0]?.kind === 'tensor' &&
        !definition.weights &&
        !definition.input &&
        definition.takes !== 'tensor'
      ) {
        // TensorFlow stacks a list of one on a new first axis, which layers without a rank of their own may take, where they do not say otherwise.
        return { kind: 'unknown', reason: reason(`${callee} is called on a list of one tensor`) };
      }
      const listOfOne = first.kind !== 'dict' && first.items.length === 1 && first.items[0]?.kind === 'tensor';
      if (listOfOne && generation === 'keras3' && definition.takes === 'tensor or list of one') {
        return nested(callee, first, first, keywords);
      }
      return tooMany(callee, leaves.length);
    }
  }
}

/** All leaves of the inputs, and how they nest. */
function nested(callee: string, first: Value, inputs: Value, keywords: ReadonlyMap<string, Value>): BoundInputs {
  const bound = together(callee, first, flatten(inputs), keywords);
  return 'tensors' in bound ? { ...bound, nesting: nestingOf(inputs, { next: 0 }) } : bound;
}

function tooMany(callee: string, count: number): BoundInputs {
  const what = count === 1 ? 'a list of one tensor' : `${count} tensors`;
  return refused(callee, `${callee} takes one tensor, and is called on ${what}`, 'ValueError');
}

function together(
  callee: string,
  first: Value,
  leaves: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): BoundInputs {
  const tensors: TensorValue[] = [];
  let open: UnknownValue | null = null;
  for (const leaf of leaves) {
    if (leaf.kind === 'tensor') tensors.push(leaf);
    else if (leaf.kind === 'unknown') open ??= leaf;
    else if ((leaf.kind === 'list' || leaf.kind === 'dict') && leaf.uncertain)
      open ??= { kind: 'unknown', reason: leaf.uncertain };
    else if (leaf.kind === 'instance' && !isCallable(leaf))
      open ??= { kind: 'unknown', reason: reason(`the input is ${describe(leaf)}`) };
    else return refused(callee, `${callee} is called on ${describe(leaf)}, which is no tensor`, 'ValueError');
  }
  return open ?? { first, tensors, each: false, keywords };
}

/** How a structure nests its leaves, which count from `next` on in the order of `flatten`. */
function nestingOf(value: Value, leaves: { next: number }): Nesting {
  if (!isNested(value)) return leaves.next++;
  if (value.kind !== 'dict') {
    return { type: value.kind, items: value.items.map((item) => nestingOf(item, leaves)) };
  }
  const items: Record<string, Nesting> = {};
  for (const [, { key, value: item }] of sortedEntries(value)) {
    if (key.kind === 'str') items[key.value] = nestingOf(item, leaves);
  }
  return { type: 'dict', items };
}

/** A layer given in place of its output; other objects may well be tensors of some kind. */
function isCallable(leaf: Value): boolean {
  return leaf.kind === 'instance' && leaf.cls.lookup('__call__') !== undefined;
}

function refused(
  callee: string,
  message: string,
  exception: string,
  more: { parameter?: string } = {},
): { failure: Failure } {
  return { failure: failure('invalid-input', message, { exception, facts: { callee }, ...more }) };
}

/** The tensor that TensorFlow makes of numbers, strings, or lists of them; null for what holds tensors, or is none. */
function madeTensor(value: Value): TensorValue | null {
  if (value.kind === 'tensor' || value.kind === 'dict' || value.kind === 'unknown' || value.kind === 'instance')
    return null;
  if (isNested(value) && flatten(value).some((leaf) => leaf.kind === 'tensor' || leaf.kind === 'unknown')) return null;
  const operand = operandOf(value);
  if (!operand) return null;
  return new TensorValue({ library: 'tensorflow', symbolic: false, shape: operand.anyShape, dtype: operand.dtype });
}

/** A list of tensors made one, on a new first axis. */
function stacked(tensors: readonly TensorValue[]): TensorValue {
  const [first] = tensors as [TensorValue];
  const why = reason('the tensors of the list have different shapes');
  const shape = tensors.map((tensor) => tensor.shape).reduce((a, b) => joinShapes(a, b, why));
  const all: Shape = hasRank(shape) ? [tensors.length as Dimension, ...shape] : shape;
  return new TensorValue({ library: first.library, symbolic: first.symbolic, shape: all, dtype: first.dtype });
}
