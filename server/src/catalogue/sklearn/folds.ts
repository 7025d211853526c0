/** `KFold` and its kin: the numbers of the rows of each fold, as `split` yields them. */
import { type Dimension, isKnown, subtract, unknownDimension } from '../../shapes/dimension';
import { args, bind } from '../../values/arguments';
import type { Context } from '../../values/context';
import { numpyArray } from '../../values/tensor';
import { ClassValue, int, NONE, type Payload, tuple, type Value } from '../../values/value';
import { declaredIdentity, named, nativeFunction, parseSignature } from '../native';
import { integerOf } from '../params';
import { rowsOf } from './splitting';

/** How many of so many rows fold `at` of `folds` tests; null where chance or the labels decide. All others it trains. */
type TestRows = (rows: number, at: number, folds: number) => number | null;

interface Splitter {
  readonly parameters: string;
  readonly test: TestRows;
}

/** The first folds take what is left over (`KFold._iter_test_indices`). */
const inFolds: TestRows = (rows, at, folds) => Math.floor(rows / folds) + (at < rows % folds ? 1 : 0);
const open: TestRows = () => null;

const SPLITTERS: Readonly<Record<string, Splitter>> = {
  KFold: { parameters: 'n_splits=5, *, shuffle=False, random_state=None', test: inFolds },
  StratifiedKFold: { parameters: 'n_splits=5, *, shuffle=False, random_state=None', test: open },
  GroupKFold: { parameters: 'n_splits=5, *, shuffle=False, random_state=None', test: open },
  StratifiedGroupKFold: { parameters: 'n_splits=5, shuffle=False, random_state=None', test: open },
  ShuffleSplit: { parameters: 'n_splits=10, *, test_size=None, train_size=None, random_state=None', test: open },
  StratifiedShuffleSplit: {
    parameters: 'n_splits=10, *, test_size=None, train_size=None, random_state=None',
    test: open,
  },
  TimeSeriesSplit: { parameters: 'n_splits=5, *, max_train_size=None, test_size=None, gap=0', test: open },
};

class SplitterPayload implements Payload {
  readonly type = 'splitter';
  constructor(readonly folds: Value) {}
}

/** More folds than this are not gone through one by one. */
const MOST_FOLDS = 64;

function foldsOf(self: Value | undefined): Value {
  return self?.kind === 'instance' && self.payload instanceof SplitterPayload ? self.payload.folds : NONE;
}

function split({ test }: Splitter, self: Value | undefined, data: Value | undefined, context: Context): Value {
  const folds = integerOf(foldsOf(self));
  if (folds === undefined || folds > MOST_FOLDS || !data)
    return context.unknown('how many folds there are is not known');
  const rows = rowsOf(data);
  const why = context.because('how many rows a fold has is not known');
  const pairs = Array.from({ length: folds }, (_, at): Value => {
    const tested = rows !== undefined && isKnown(rows) ? test(rows, at, folds) : null;
    const sizes: readonly Dimension[] =
      tested === null ? [unknownDimension(why), unknownDimension(why)] : [subtract(rows as Dimension, tested), tested];
    return tuple(sizes.map((size) => numpyArray([size], 'int64')));
  });
  const iterate = context.attribute(tuple(pairs), '__iter__');
  return iterate ? context.call(iterate, args()) : context.unknown('the folds are not followed');
}

function splitterClass(name: string, splitter: Splitter): ClassValue {
  const { signature } = parseSignature(`__init__(self, ${splitter.parameters})`);
  return new ClassValue(
    declaredIdentity(),
    name,
    'sklearn.model_selection',
    [],
    named(
      nativeFunction('__init__', null, (given, context) => {
        const [self] = given.positional;
        const folds = given.uncertain ? NONE : (bind(signature, given).bound.get('n_splits')?.value ?? NONE);
        if (self?.kind === 'instance') self.setPayload(context.heap, new SplitterPayload(folds));
        return NONE;
      }),
      nativeFunction('split', null, ({ positional: [self, data], keywords }, context) =>
        split(splitter, self, data ?? keywords.get('X'), context),
      ),
      nativeFunction('get_n_splits', null, ({ positional: [self] }, context) => {
        const folds = integerOf(foldsOf(self));
        return folds === undefined ? context.unknown('how many folds there are is not known') : int(folds);
      }),
    ),
  );
}

export const splitters: readonly (readonly [string, Value])[] = Object.entries(SPLITTERS).map(
  ([name, splitter]) => [`model_selection.${name}`, splitterClass(name, splitter)] as const,
);
