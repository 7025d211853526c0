/** Matrices of scipy that scikit-learn gives. */
import type { Context } from '../../values/context';
import type { TensorValue } from '../../values/tensor';
import { ClassValue, type Payload, type Value } from '../../values/value';
import { declaredIdentity, named, nativeFunction, property, pythonFunction } from '../native';
import { shapeTuple } from '../numpy/lengths';

class MatrixPayload implements Payload {
  readonly type = 'sparse-matrix';
  constructor(readonly dense: TensorValue) {}
}

const MATRIX = new ClassValue(
  declaredIdentity(),
  'csr_matrix',
  'scipy.sparse',
  [],
  [
    ...named(
      ...['toarray', 'todense'].map((name) =>
        nativeFunction(
          name,
          null,
          ({ positional: [self] }, context) => denseOf(self) ?? context.unknown('the matrix is not known'),
        ),
      ),
      pythonFunction('__getattr__(self, name)', (context) =>
        context.unknown('what else matrices have is not followed'),
      ),
    ),
    [
      'shape',
      property((context, self) => {
        const dense = denseOf(self);
        return dense ? shapeTuple(dense, context) : context.unknown('the matrix is not known');
      }),
    ],
  ],
);

function denseOf(self: Value | undefined): TensorValue | undefined {
  return self?.kind === 'instance' && self.payload instanceof MatrixPayload ? self.payload.dense : undefined;
}

/** A matrix that keeps what is not 0: `toarray()` gives it as an array. */
export function sparseMatrix(dense: TensorValue, context: Context): Value {
  const made = context.instantiate(MATRIX, { positional: [], keywords: new Map(), uncertain: null });
  if (made.kind === 'instance') made.setPayload(context.heap, new MatrixPayload(dense));
  return made;
}
