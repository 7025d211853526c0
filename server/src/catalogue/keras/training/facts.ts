/** Calls of `compile`, `fit` and what else takes data: their arguments by Keras 3's names, told to the trace. */
import { isLayer } from '../../../graph/layer';
import { modelState } from '../../../graph/model';
import { type Arguments, bind } from '../../../values/arguments';
import type { Context } from '../../../values/context';
import type { InstanceValue, Value } from '../../../values/value';
import { parseSignature } from '../../native';

/** What a rule gets to know of such a call. */
export interface TrainingFacts {
  readonly model: InstanceValue;
  /** Arguments by the parameters of Keras 3's signature; what was left out is not in it. */
  readonly arguments: ReadonlyMap<string, Value>;
  /** Whether `*args` or `**kwargs` that are not known were passed too. */
  readonly uncertain: boolean;
}

/** Records the call; null where it is not called on a model. */
export function tell(type: string, declaration: string, given: Arguments, context: Context): TrainingFacts | null {
  const [self] = given.positional;
  if (!self || !isLayer(self)) return null;
  const binding = bind(parseSignature(declaration).signature, given);
  const bound = new Map<string, Value>();
  for (const [name, { value, source }] of binding.bound) {
    if (name !== 'self' && source.from !== 'default') bound.set(name, value);
  }
  for (const [name, value] of binding.varKeyword) bound.set(name, value);
  const facts: TrainingFacts = { model: self, arguments: bound, uncertain: given.uncertain !== null };
  context.event(type, { ...facts });
  if (type === 'compile') {
    modelState(self)?.compiled.set(context.heap, given.uncertain ? 'unknown' : bound);
  }
  return facts;
}
