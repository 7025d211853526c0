/** State of an instance of a declared layer class, or of a program's class that derives from one. */
import { LayerState } from '../../graph/layer';
import { unknownDimension } from '../../shapes/dimension';
import { type Place, reason } from '../../shapes/reason';
import { Cell } from '../../values/heap';
import type { TensorValue } from '../../values/tensor';
import type { LayerDefinition, Learned } from '../define-layer';
import type { Construction } from '../layer-call';

const UNSURE = reason('what the layer has learned depends on the branch');

export class DeclaredState extends LayerState {
  /** The constructor's arguments, read; null before it ran, and where two branches ran it differently. */
  readonly construction = new Cell<Construction | null>(null, () => null);
  /** The inputs of the call that built the layer. */
  readonly builtInputs = new Cell<readonly TensorValue[] | null>(null, () => null);

  /** What `adapt` made of it. */
  readonly learned = new Cell<Learned | null>(null, () => ({ size: unknownDimension(UNSURE) }));

  constructor(
    readonly definition: LayerDefinition,
    place: Place | null,
  ) {
    super(definition, place);
  }
}
