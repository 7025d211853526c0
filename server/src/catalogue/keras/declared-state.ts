/** State of an instance of a declared layer class, or of a program's class that derives from one. */
import { LayerState } from '../../graph/layer';
import type { Place } from '../../shapes/reason';
import { Cell } from '../../values/heap';
import type { TensorValue } from '../../values/tensor';
import type { LayerDefinition } from '../define-layer';
import type { Construction } from '../layer-call';

export class DeclaredState extends LayerState {
  /** The constructor's arguments, read; null before it ran, and where two branches ran it differently. */
  readonly construction = new Cell<Construction | null>(null, () => null);
  /** The inputs of the call that built the layer. */
  readonly builtInputs = new Cell<readonly TensorValue[] | null>(null, () => null);

  constructor(
    readonly definition: LayerDefinition,
    place: Place | null,
  ) {
    super(definition, place);
  }
}
