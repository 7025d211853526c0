/** `dict.keys()`, `values()` and `items()`: what they look at. */
import { type DictValue, type Payload, tuple, type UnknownValue, unknown, unknownAmong, type Value } from './value';

export type DictPart = 'keys' | 'values' | 'items';

export class DictViewPayload implements Payload {
  readonly type = 'dict view';
  constructor(
    readonly dict: DictValue,
    readonly part: DictPart,
  ) {}
}

export function dictViewOf(value: Value): DictViewPayload | undefined {
  return value.kind === 'instance' && value.payload instanceof DictViewPayload ? value.payload : undefined;
}

/** The items of a view now. */
export function dictViewItems({ dict, part }: DictViewPayload): Value[] | UnknownValue {
  if (dict.uncertain) {
    const held = [...dict.entries.values()].map(({ value }) => value);
    return unknownAmong(dict.uncertain, [...held, unknown(dict.uncertain), ...dict.may]);
  }
  return [...dict.entries.values()].map(({ key, value }) =>
    part === 'keys' ? key : part === 'values' ? value : tuple([key, value]),
  );
}
