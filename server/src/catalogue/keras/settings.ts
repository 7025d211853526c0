/** Keras' global settings, and what it counts, in one run. */
import { type DTypePolicy, FLOAT32 } from '../../graph/layer';
import { NAMES, uniqueName } from '../../graph/names';
import type { DType } from '../../shapes/dtype';
import type { Context, StateKey } from '../../values/context';
import { Cell } from '../../values/heap';
import { DictValue, NONE, type Value } from '../../values/value';

export type ImageDataFormat = 'channels_last' | 'channels_first';

export class KerasSettings {
  /** `keras.config.image_data_format()`; null where it is not known. */
  readonly imageDataFormat = new Cell<ImageDataFormat | null>('channels_last', () => null);
  /** `keras.config.floatx()`; `?` where it is not known. */
  readonly floatx = new Cell<DType>('float32', () => '?');
  /** `keras.config.dtype_policy()` where one was set; else it follows `floatx`. */
  readonly policy = new Cell<DTypePolicy | null>(null, () => UNKNOWN_POLICY);
  /** `training` of the layer call that is running, for the layers that it calls. */
  readonly training = new Cell<Value>(NONE);
  /** How many nodes there are: each is numbered in the order of creation. */
  readonly nodes = new Cell<number>(0, (a, b) => Math.max(a, b));
  /** How many weights layers have made: a Lambda of Keras 2 must make none. */
  readonly weightsMade = new Cell<number>(0, (a, b) => Math.max(a, b));
  /** Whether the program gives names to objects of its own (`get_custom_objects`, `custom_object_scope`). */
  readonly customObjects = new Cell<boolean>(false, (a, b) => a || b);
  /** Those that hold everywhere, by name. */
  readonly registered = new DictValue();
  /** Whether others hold in parts of the program. */
  readonly objectScopes = new Cell<boolean>(false, (a, b) => a || b);
  /** Whether some `Input` may be sparse: which tensors come from it is not followed. */
  readonly sparseInputs = new Cell<boolean>(false, (a, b) => a || b);
}

export const UNKNOWN_POLICY: DTypePolicy = { name: '?', compute: '?', variable: '?' };

export const SETTINGS: StateKey<KerasSettings> = { name: 'keras settings', create: () => new KerasSettings() };

export function settingsOf(context: Context): KerasSettings {
  return context.state.get(SETTINGS);
}

/** The policy of layers that name none. */
export function defaultPolicy(context: Context): DTypePolicy {
  const { policy, floatx } = settingsOf(context);
  if (policy.value) return policy.value;
  const dtype = floatx.value;
  return dtype === 'float32' ? FLOAT32 : { name: dtype, compute: dtype, variable: dtype };
}

/** The next automatic name of an object of a class. */
export function autoName(context: Context, className: string): string | null {
  return uniqueName(context.state.get(NAMES), context.heap, className, context.generation);
}

export function countWeights(context: Context, count = 1): void {
  const { weightsMade } = settingsOf(context);
  if (count > 0) weightsMade.set(context.heap, weightsMade.value + count);
}

export function nextNodeId(context: Context): number {
  const { nodes } = settingsOf(context);
  nodes.set(context.heap, nodes.value + 1);
  return nodes.value;
}
