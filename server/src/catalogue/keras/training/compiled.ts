/** What `compile` was given: losses and metrics, as far as they are Keras' own. */
import { entryOf } from '../../../graph/structure';
import type { Context, Generation } from '../../../values/context';
import type { Value } from '../../../values/value';
import { inertArguments, inertOrigin } from '../inert';
import { isLossName, type LossRule, lossNamed } from './losses';
import { isAccuracy, type MetricRule, metricNamed } from './metrics';

export interface Loss {
  readonly rule: LossRule;
  /** Whether it is told that outputs are logits; null where that is not known. */
  readonly fromLogits: boolean | null;
}

/** A loss; null where it is none of Keras' own, or not followed; `none` where an output has none. */
export type ReadLoss = Loss | null | 'none' | { readonly unknownName: string };

export function readLoss(value: Value, generation: Generation, context: Context): ReadLoss {
  if (value.kind === 'None') return 'none';
  if (value.kind === 'str') {
    const rule = lossNamed(value.value);
    if (!isLossName(value.value, generation)) return { unknownName: value.value };
    return rule ? { rule, fromLogits: false } : null;
  }
  const origin = inertOrigin(value);
  if (origin?.module !== 'keras.losses' && origin?.module !== 'keras.metrics') return null;
  const rule = lossNamed(origin.name);
  if (!rule) return null;
  if (value.kind === 'native') return { rule, fromLogits: false };
  // Keras 3 makes an instance of a class that it is given.
  if (value.kind === 'class') return generation === 'keras3' ? { rule, fromLogits: false } : null;
  const given = inertArguments(value);
  if (!given || given.uncertain || !plainArguments(given.keywords)) return null;
  const logits = given.keywords.get('from_logits') ?? (isCrossentropy(rule) ? given.positional[0] : undefined);
  const told = logits ? context.truth(logits) : false;
  return { rule, fromLogits: typeof told === 'boolean' ? told : null };
}

function isCrossentropy(rule: LossRule): boolean {
  return rule.name.endsWith('crossentropy') && !rule.name.includes('focal');
}

/** Whether no argument changes which axes are looked at. */
function plainArguments(keywords: ReadonlyMap<string, Value>): boolean {
  const axis = keywords.get('axis');
  return (!axis || (axis.kind === 'int' && axis.value === -1)) && !keywords.has('ignore_class');
}

export type ReadMetric = MetricRule | 'accuracy' | null;

export function readMetric(value: Value, generation: Generation): ReadMetric {
  if (value.kind === 'str') {
    if (isAccuracy(value.value)) return value.value === 'Accuracy' && generation !== 'keras3' ? null : 'accuracy';
    return metricNamed(value.value) ?? null;
  }
  const origin = inertOrigin(value);
  if (origin?.module !== 'keras.metrics' && origin?.module !== 'keras.losses') return null;
  if (value.kind === 'class' && generation !== 'keras3') return null;
  if (value.kind === 'instance') {
    const given = inertArguments(value);
    if (!given || given.uncertain) return null;
    // These look at some of the classes only.
    for (const name of ['top_k', 'class_id', 'multi_label', 'sparse_y_true', 'sparse_y_pred', 'axis']) {
      if (given.keywords.has(name)) return null;
    }
    if (given.positional.length > 1) return null;
  }
  // As a loss' instance is no metric of its own, only its name tells what it does.
  if (origin.module === 'keras.losses' && value.kind === 'instance') return null;
  return metricNamed(origin.name) ?? null;
}

/**
 * What is meant for each output of a model: one for all, a list in their order, or a dict by their
 * names. Null where that is not known or Keras would refuse it.
 */
export function forOutputs(value: Value, names: readonly (string | null)[]): readonly Value[] | null {
  if (value.kind === 'list' || value.kind === 'tuple') {
    if (value.kind === 'list' && value.uncertain) return null;
    return value.items.length === names.length ? value.items : null;
  }
  if (value.kind === 'dict') {
    if (value.uncertain) return null;
    const found = names.map((name) => (name === null ? undefined : entryOf(value, name)));
    return found.every((one) => one !== undefined) ? (found as readonly Value[]) : null;
  }
  return names.map(() => value);
}
