/** For tests of layers over cells and layers: runs them in a small program. */
import { layerState } from '../../graph/layer';
import { countParameters } from '../../graph/weights';
import { formatShape } from '../../shapes/shape';
import type { Generation } from '../../values/context';
import type { InstanceValue, Value } from '../../values/value';
import { TestContext } from './testing';

export class Program {
  readonly context: TestContext;

  constructor(generation: Generation = 'keras3') {
    this.context = new TestContext(generation);
  }

  layer(name: string, positional: readonly unknown[] = [], keywords: Readonly<Record<string, unknown>> = {}): Value {
    return this.context.make(`keras.layers.${name}`, positional, keywords);
  }

  input(...sizes: readonly (number | null)[]): Value {
    return this.context.make('keras.Input', [sizes]);
  }

  /** What a call gives, as shapes. */
  call(layer: Value, positional: readonly unknown[], keywords: Readonly<Record<string, unknown>> = {}): string {
    return text(this.context.on(layer, positional, keywords));
  }

  /** Codes of what was refused. */
  get refused(): readonly string[] {
    return this.context.refused.map(({ code }) => code);
  }
}

export function parameters(layer: Value): number | null {
  return countParameters(layer as InstanceValue);
}

export function nameOf(layer: Value | undefined): string | null | undefined {
  return layer && layerState(layer)?.name.value;
}

function text(value: Value): string {
  if (value.kind === 'tensor') return formatShape(value.shape);
  if (value.kind === 'list' || value.kind === 'tuple') return `[${value.items.map(text).join(', ')}]`;
  return value.kind;
}
