/**
 * A model's graph as plain data: what the panel draws. `At` is how a place in the program is told: a span here, a
 * document and a range to the editor.
 */
import type { Span } from '../../text/span';

export type GraphNodeKind = 'input' | 'layer' | 'op' | 'model';

export interface GraphProblem {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
}

/** One call of a layer, a model or an op. */
export interface GraphNode<At = Span> {
  /** Stays the same while other parts of the program are edited. */
  readonly id: string;
  readonly kind: GraphNodeKind;
  /** Keras' class: `Conv2D`. */
  readonly class: string;
  /** Keras' name of it; null where it is not known. */
  readonly name: string | null;
  /** What kind of layer it is, by the section of Keras' documentation: `convolution`; null where it has none. */
  readonly family: string | null;
  /** The arguments that are given, on one line: `8, (3, 3), padding='same'`. */
  readonly arguments: string;
  /** Where the call stands in the document; null where it does not. */
  readonly span: At | null;
  /** Shapes as Keras prints them, one for each output; the last one's dtype. */
  readonly outputs: readonly string[];
  readonly dtype: string | null;
  /** Numbers in all outputs for one sample; null where a size is not known. */
  readonly activations: number | null;
  readonly activationBytes: number | null;
  /** Null where it is not built, or not known. */
  readonly parameters: number | null;
  readonly parameterBytes: number | null;
  readonly trainable: boolean;
  /** Called before in this graph: its parameters are counted there. */
  readonly shared: boolean;
  readonly problems: readonly GraphProblem[];
  /** A nested model's own graph; null for what has none. */
  readonly inner: Graph<At> | null;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** The tensor's shape as Keras prints it. */
  readonly shape: string;
}

export interface Graph<At = Span> {
  readonly nodes: readonly GraphNode<At>[];
  readonly edges: readonly GraphEdge[];
  /** Why it may not be all of the model, in a clause. */
  readonly gap: string | null;
}

/** What a panel can show of a document, and the graph that it shows now. */
export interface ModelGraph<At = Span> {
  readonly models: readonly GraphModel<At>[];
  /** Which of `models` is shown; -1 where no model is made and the layers stand alone. */
  readonly shown: number;
  readonly graph: Graph<At>;
  /** Totals of the shown model; null where they are not known. */
  readonly parameters: number | null;
  readonly trainable: number | null;
  readonly generation: string;
}

export interface GraphModel<At = Span> {
  /** How a person knows it: `autoencoder`, else Keras' name. */
  readonly label: string;
  readonly class: string;
  /** The expression that makes it. */
  readonly span: At;
}
