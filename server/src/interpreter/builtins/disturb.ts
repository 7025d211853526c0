/** What is done to an unknown value may be done to the objects that it may be. */
import type { Context } from '../../values/context';
import { type UnknownValue, unknown } from '../../values/value';
import { Boxed } from './boxed';

/** Nothing that the objects hold is known any more, after something unknown was done to one of them. */
export function disturb(value: UnknownValue, context: Context): void {
  for (const object of value.may ?? []) {
    const { heap } = context;
    if (object.kind === 'list' || object.kind === 'dict' || object.kind === 'set') object.forget(heap, value.reason);
    else if (object.kind === 'instance') {
      if (object.payload instanceof Boxed && object.payload.value.kind === 'set') {
        object.payload.value.forget(heap, value.reason);
      }
      for (const name of [...object.attributes.names()]) object.attributes.set(heap, name, unknown(value.reason));
    }
  }
}
