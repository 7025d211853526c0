/** What data sets make of the structure of their elements: tensors in tuples and dicts. */
import { sortedEntries } from '../../../graph/structure';
import {
  type Dimension,
  DynamicDimension,
  dynamic,
  isDynamic,
  isKnown,
  sameToKeras,
  unknownDimension,
} from '../../../shapes/dimension';
import type { DType } from '../../../shapes/dtype';
import { hasRank, type Shape, unknownShape } from '../../../shapes/shape';
import { evaluate } from '../../../shapes/symbolic';
import { type TensorLibrary, TensorValue } from '../../../values/tensor';
import { DictValue, ListValue, unknown, type Value } from '../../../values/value';
import type { StepSize } from '../../keras/data/element-spec';
import { operandOf } from '../../ops/operand';
import { tableOf } from '../../pandas/table';

export function component(shape: Shape, dtype: DType): TensorValue {
  return new TensorValue({ library: 'tensorflow', symbolic: false, shape, dtype });
}

/** Applies to every component: `tf.data` takes tuples and dicts apart, and makes tensors of lists. */
export function mapComponents(structure: Value, change: (component: Value) => Value): Value {
  if (structure.kind === 'tuple') {
    return { ...structure, items: structure.items.map((item) => mapComponents(item, change)) };
  }
  if (structure.kind === 'dict' && !structure.uncertain) {
    const mapped = new Map(sortedEntries(structure).map(([hash, entry]) => [hash, mapComponents(entry.value, change)]));
    return new DictValue(
      [...structure.entries].map(([hash, { key }]) => [hash, { key, value: mapped.get(hash) as Value }] as const),
      { cls: structure.cls },
    );
  }
  return change(structure);
}

/** As `mapComponents`, of batches that no `tf.data` has taken apart: lists hold arrays. */
export function mapArrays(structure: Value, change: (array: Value) => Value): Value {
  return mapComponents(structure, (one) =>
    one.kind === 'list' && !one.uncertain
      ? new ListValue(one.items.map((item) => mapArrays(item, change)))
      : change(one),
  );
}

export function componentsIn(structure: Value): Value[] {
  const found: Value[] = [];
  mapComponents(structure, (one) => {
    found.push(one);
    return one;
  });
  return found;
}

/** A value of the program as the components that `tf.data` makes of it (`structure.normalize_element`). */
export function normalized(value: Value): Value {
  return mapComponents(value, asComponent);
}

function asComponent(value: Value): Value {
  switch (value.kind) {
    case 'unknown':
    case 'None':
      return value;
    case 'instance': {
      const table = tableOf(value);
      return table ? component(table.shape, table.dtype) : value;
    }
    case 'list':
      if (value.uncertain) return unknown(value.uncertain);
      break;
    case 'tensor':
      if (value.library === 'keras') return unknown({ text: 'a Keras tensor has no data' });
      if (value.library === 'tensorflow' && !value.symbolic && value.data === null) return value;
      return component(value.shape, tensorType(value.dtype));
  }
  const operand = operandOf(value);
  return operand ? component(operand.anyShape, tensorType(operand.dtype)) : unknown({ text: 'it is no tensor' });
}

/** Texts of numpy, however long, are strings; what an array of objects holds is not known. */
function tensorType(dtype: DType): DType {
  if (/^(?:str|bytes|[<>|=]?[US])\d*$/.test(dtype)) return 'string';
  return dtype === 'object' ? '?' : dtype;
}

/** The same tensors with other shapes. What is no tensor, or of an unknown rank, stays. */
export function reshaped(structure: Value, change: (shape: readonly Dimension[]) => Shape): Value {
  return mapComponents(structure, (one) =>
    one.kind === 'tensor' && hasRank(one.shape) ? component(change(one.shape), one.dtype) : one,
  );
}

/** For calling a function of the program on it: a graph's tensors. */
export function inGraph(structure: Value): Value {
  return mapComponents(structure, (one) =>
    one.kind === 'tensor'
      ? new TensorValue({ library: 'tensorflow', symbolic: true, shape: one.shape, dtype: one.dtype })
      : one,
  );
}

/** Arguments that a function of the program gets for an element: a tuple's items are several. */
export function asArguments(element: Value): readonly Value[] {
  return element.kind === 'tuple' && !element.cls ? element.items : [element];
}

/** What holds for both (`most_specific_compatible_shape`). */
export function common(a: Value, b: Value): Value {
  if (a.kind === 'tuple' && b.kind === 'tuple' && a.items.length === b.items.length) {
    return { ...a, items: a.items.map((item, i) => common(item, b.items[i] as Value)) };
  }
  if (a.kind === 'dict' && b.kind === 'dict') {
    return new DictValue(
      [...a.entries].map(([hash, { key, value }]) => {
        const other = b.entries.get(hash)?.value;
        return [
          hash,
          { key, value: other ? common(value, other) : unknown({ text: 'the data sets differ' }) },
        ] as const;
      }),
      { cls: a.cls },
    );
  }
  if (a.kind !== 'tensor' || b.kind !== 'tensor') return a.kind === 'unknown' ? a : b.kind === 'unknown' ? b : a;
  const { shape, dtype } = a;
  if (!hasRank(shape)) return a;
  if (!hasRank(b.shape)) return b;
  const others = b.shape;
  if (shape.length !== others.length) return component(unknownShape({ text: 'the ranks differ' }), dtype);
  return component(
    shape.map((size, i) => commonSize(size, others[i] as Dimension)),
    dtype === '?' ? b.dtype : dtype,
  );
}

function commonSize(a: Dimension, b: Dimension): Dimension {
  if (isKnown(a) && a === b) return a;
  if (isKnown(a) && isKnown(b)) return dynamic();
  if (isDynamic(a) || isDynamic(b)) return sameToKeras(a, b) && a === b ? a : dynamic();
  return isKnown(a) ? b : a;
}

/** What a step really gives: sizes that the element leaves open are those of the step, where they are certain. */
export function stepElement(
  structure: Value,
  sizes: ReadonlyMap<string, StepSize>,
  step: 'first' | 'any',
  library: TensorLibrary = 'tensorflow',
): Value {
  const certain = new Map(
    [...sizes].filter(([, { every }]) => step === 'first' || every).map(([key, { first }]) => [key, first]),
  );
  const size = (one: Dimension): Dimension => {
    if (!(one instanceof DynamicDimension)) return one;
    return evaluate(one.symbol, certain) ?? unknownDimension({ text: 'it may differ from batch to batch' });
  };
  const map = library === 'numpy' ? mapArrays : mapComponents;
  return map(structure, (one) => {
    if (one.kind !== 'tensor') return one;
    const { shape, dtype } = one;
    const real = hasRank(shape) ? shape.map(size) : shape;
    return new TensorValue({
      library,
      symbolic: false,
      shape: real,
      dtype: library === 'numpy' ? arrayType(dtype) : dtype,
    });
  });
}

/** Strings are objects to numpy. */
function arrayType(dtype: DType): DType {
  return dtype === 'string' ? 'object' : dtype;
}
