/** `keras.utils.Sequence`, `PyDataset`: batches of data by index, for programs to derive from. */
import { type UnknownDimension, unknownDimension } from '../../../shapes/dimension';
import { args } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import { ClassValue, type InstanceValue, int, NONE, type Value } from '../../../values/value';
import { declaredIdentity, named, nativeFunction, property } from '../../native';
import { integerOf } from '../../params';
import { DataPayload, type DataSource } from './element-spec';

/** Kept for all runs: its members are never written to. */
export const SEQUENCE = new ClassValue(
  declaredIdentity(),
  'PyDataset',
  'keras.utils',
  [],
  [
    ...named(
      nativeFunction('__init__', null, ({ positional: [self], keywords }, context) => {
        for (const [name, preset] of OPTIONS) {
          if (self?.kind === 'instance') context.setAttribute(self, name, keywords.get(name) ?? preset);
        }
        return NONE;
      }),
      nativeFunction('on_epoch_end', null, () => NONE),
      nativeFunction('on_epoch_begin', null, () => NONE),
    ),
    [
      'num_batches',
      property((context, self) => {
        const length = context.attribute(self, '__len__');
        return length ? context.call(length, args([])) : NONE;
      }),
    ],
  ],
);

const OPTIONS: readonly (readonly [string, Value])[] = [
  ['workers', int(1)],
  ['use_multiprocessing', { kind: 'bool', value: false }],
  ['max_queue_size', int(10)],
];

export function isSequence(value: Value): value is InstanceValue {
  return value.kind === 'instance' && value.cls.derivesFrom(SEQUENCE);
}

/** What a sequence of the program's gives: its first batch stands for all. */
export function sequenceSource(sequence: InstanceValue, context: Context): DataSource {
  const { payload } = sequence;
  if (payload instanceof DataPayload) return payload.source;
  const ask = (name: string, given: readonly Value[]): Value => {
    const method = context.attribute(sequence, name);
    return method ? context.call(method, args(given)) : context.unknown(`the sequence has no \`${name}\``);
  };
  const length = ask('__len__', []);
  const count = integerOf(length);
  return {
    kind: 'sequence',
    element: ask('__getitem__', [int(0)]),
    cardinality: count ?? openCount(length),
    sizes: new Map(),
    origin: context.constructedAt(sequence),
  };
}

function openCount(length: Value): UnknownDimension {
  return unknownDimension(length.kind === 'unknown' ? length.reason : { text: 'the number of batches is not known' });
}
