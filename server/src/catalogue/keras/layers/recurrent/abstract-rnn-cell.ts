import { reason } from '../../../../shapes/reason';
import { unknownShape } from '../../../../shapes/shape';
import type { Arguments } from '../../../../values/arguments';
import type { Context } from '../../../../values/context';
import type { InstanceValue } from '../../../../values/value';
import { defineLayer, type Evaluated } from '../../../define-layer';
import { failure } from '../../../failure';
import { refuseCall } from '../../calling/taken-over';

/** A class to derive from. */
export const abstractRNNCell = defineLayer({
  name: 'AbstractRNNCell',
  onlyIn: 'keras2',
  summary: 'Base of cells that a program declares.',
  docs: 'api/layers/recurrent_layers/',
  rule: {
    words: 'What the class that derives from it gives: it has no `call` itself.',
    readFrom: 'layers/rnn/abstract_rnn_cell.py: AbstractRNNCell.call',
  },
  params: {},
  output: ({ callee }) => unknownShape(reason(`${callee} has no \`call\``)),
  evaluate,
});

function evaluate(layer: InstanceValue, given: Arguments, context: Context): Evaluated {
  const message = `${layer.cls.name} has no \`call\` that says what it gives`;
  return refuseCall(failure('invalid-input', message, { exception: 'NotImplementedError' }), layer, given, context);
}
