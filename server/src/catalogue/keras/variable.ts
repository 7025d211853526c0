/** `keras.Variable` of Keras 3 (keras.src.backend.common.variables): a layer that holds one counts it as a weight of its own. */
import { hasRank } from '../../shapes/shape';
import { NONE, type Value } from '../../values/value';
import { dtypeOf } from '../dtypes';
import { type Failure, failure, refusal } from '../failure';
import { pythonFunction } from '../native';
import { operandOf } from '../ops/operand';
import { makeWeight, weightShape } from './layer-weights';
import { settingsOf } from './settings';

const DECLARATION =
  'Variable(initializer, shape=None, dtype=None, trainable=True, autocast=True, aggregation="none", synchronization="auto", name=None, layout=None, **kwargs)';

/** With values the shape is theirs, and the type where none is given; a function that makes them must be told the shape. */
export const variable = pythonFunction(
  DECLARATION,
  (context, initializer: Value, shape: Value, dtype: Value, trainable: Value, ...more: Value[]) => {
    const [, , , name = NONE] = more;
    const refused = (failed: Failure) =>
      context.refuse(refusal(failed, 'call'), context.unknown('the variable is refused'), { callee: 'Variable' });
    if (initializer.kind === 'unknown') return initializer;
    if (!isFunction(initializer)) {
      const operand = operandOf(initializer);
      if (!operand || !hasRank(operand.anyShape)) {
        return context.unknown('the initial value of the variable is not known');
      }
      const type = dtype.kind === 'None' ? operand.dtype : (dtypeOf(dtype) ?? '?');
      return makeWeight(name, operand.anyShape, type, trainable, context).variable;
    }
    if (shape.kind === 'None') {
      const message = 'a variable that an initializer fills must be given its `shape`';
      return refused(failure('invalid-argument', message, { parameter: 'shape' }));
    }
    const sizes = weightShape(shape, context);
    if ('message' in sizes) return refused(sizes);
    if (!hasRank(sizes)) return context.unknown('the shape of the variable is not known');
    const type = dtype.kind === 'None' ? settingsOf(context).floatx.value : (dtypeOf(dtype) ?? '?');
    return makeWeight(name, sizes, type, trainable, context).variable;
  },
);

/** Names and functions make values of a shape; all else is the values. */
function isFunction(value: Value): boolean {
  const isInitializer = value.kind === 'instance' && value.cls.lookup('__call__') !== undefined;
  return isInitializer || ['str', 'function', 'native', 'method', 'class'].includes(value.kind);
}
