/**
 * Arguments that Keras passes through a `get`: activations, initializers, regularizers, constraints.
 *
 * None, callables and configs pass, and so do the names below; what `get` refuses is refused. Names
 * that a program registers itself (`custom_object_scope`) pass where that `get` looks at them.
 */
import { LayerState } from '../../graph/layer';
import { unknownDimension } from '../../shapes/dimension';
import { NONE, str, type Value } from '../../values/value';
import { type WeightSpec, weight } from '../define-layer';
import { type Failure, failure } from '../failure';
import { describe, type Param, type ReadContext } from '../params';

interface Kind {
  readonly what: string;
  readonly names: { readonly keras3: ReadonlySet<string>; readonly keras2: ReadonlySet<string> | 'any' };
  /** Whether Keras 3's `get` finds what the program registered; Keras 2 always does. */
  readonly registered: boolean;
  /** Whether arrays are taken, as values to start from (Keras 3). */
  readonly arrays?: boolean;
}

/**
 * An activation: None, a name of `keras.activations`, a config, or anything that can be called. Read
 * as the name of the layer that it is, where it is one (`activation=layers.PReLU()`).
 */
export function activation(defaultName: string | null = null): Param<string | null> {
  return {
    default: defaultName === null ? NONE : str(defaultName),
    read: (value, context) => {
      const failed = refused(ACTIVATION, value, context);
      return failed ? { failure: failed } : { value: layerName(value) };
    },
  };
}

function layerName(value: Value): string | null {
  if (value.kind === 'str') return /^[A-Z]/.test(value.value) ? value.value : null;
  if (value.kind !== 'instance') return null;
  const { payload } = value;
  return payload instanceof LayerState && payload.kind ? payload.kind.name : value.cls.name;
}

/** The weights of an activation that is a layer with some: Keras 2 builds it with the layer that uses it. */
export function activationWeights(layer: string | null): readonly WeightSpec[] {
  if (layer !== 'PReLU') return [];
  return [weight('alpha', [unknownDimension({ text: 'the weights of an activation layer are not followed' })])];
}

/** An initializer of weights, read as its name where it has one. */
export function initializer(defaultName: string | null = null): Param<string | null> {
  return {
    default: defaultName === null ? NONE : str(defaultName),
    read: (value, context) => {
      const failed = refused(INITIALIZER, value, context);
      return failed ? { failure: failed } : { value: initializerName(value) };
    },
  };
}

function initializerName(value: Value): string | null {
  if (value.kind === 'str') return value.value;
  const isKeras = value.kind === 'instance' && value.cls.module.startsWith('keras');
  return isKeras ? value.cls.name : null;
}

/** A regularizer of weights or outputs. */
export function regularizer(): Param<null> {
  return identifier(REGULARIZER);
}

/** A constraint on weights. */
export function constraint(): Param<null> {
  return identifier(CONSTRAINT);
}

/** Whether `get` refuses a value as an activation: for arguments that take other things as well. */
export function refusedActivation(value: Value, context: ReadContext): Failure | null {
  return refused(ACTIVATION, value, context);
}

function identifier(kind: Kind): Param<null> {
  return {
    default: NONE,
    read: (value, context) => {
      const failed = refused(kind, value, context);
      return failed ? { failure: failed } : { value: null };
    },
  };
}

function refused(kind: Kind, value: Value, context: ReadContext): Failure | null {
  if (value.kind === 'str' ? isName(kind, value.value, context) : mayBeCalled(kind, value, context)) return null;
  const { callee, parameter, generation } = context;
  const names = kind.names[generation === 'keras3' ? 'keras3' : 'keras2'];
  const near = value.kind === 'str' && names !== 'any' ? nearest(value.value, names) : null;
  return failure(
    'invalid-argument',
    `\`${parameter}\` of ${callee} must be ${kind.what}, not ${describe(value)}${near ? `; did you mean '${near}'?` : ''}`,
    {
      parameter,
      exception: value.kind !== 'str' && kind === ACTIVATION && generation !== 'keras3' ? 'TypeError' : 'ValueError',
      facts: { ...(names === 'any' ? {} : { choices: [...names] }), ...(near ? { near } : {}) },
    },
  );
}

function isName(kind: Kind, name: string, { generation, customObjects }: ReadContext): boolean {
  const keras3 = generation === 'keras3';
  const names = kind.names[keras3 ? 'keras3' : 'keras2'];
  return names === 'any' || names.has(name) || (customObjects && (kind.registered || !keras3));
}

/** Whether Python could call it, or Keras could make something of it. */
function mayBeCalled(kind: Kind, value: Value, { generation }: ReadContext): boolean {
  switch (value.kind) {
    case 'bool':
    case 'int':
    case 'float':
    case 'complex':
    case 'bytes':
    case 'tuple':
    case 'list':
    case 'set':
    case 'range':
    case 'slice':
    case 'Ellipsis':
    case 'module':
      return false;
    case 'tensor':
      return generation === 'keras3' ? kind.arrays === true && value.library !== 'keras' : value.library === 'keras';
    default:
      return true;
  }
}

/** A name that differs in case, dashes or one letter. */
export function nearest(given: string, names: ReadonlySet<string>): string | null {
  const plain = (name: string) => name.toLowerCase().replace(/[-_ ]/g, '');
  const wanted = plain(given);
  for (const name of names) if (plain(name) === wanted) return name;
  for (const name of names) if (isOneEdit(plain(name), wanted)) return name;
  return null;
}

function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short.length < 3) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const skip = long.length === short.length ? 1 : 0;
  return short.slice(start + skip) === long.slice(start + 1);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

const ACTIVATION: Kind = {
  what: 'the name of an activation or a function',
  registered: false,
  names: {
    keras3: words(`
      relu leaky_relu relu6 softmax celu elu selu softplus softsign squareplus soft_shrink sparse_plus silu swish gelu
      glu tanh tanh_shrink threshold sigmoid sparse_sigmoid exponential hard_sigmoid hard_silu hard_swish hard_tanh
      hard_shrink linear mish log_softmax log_sigmoid sparsemax`),
    // Keras 2 looks in the module and among the activation layers, so it finds their classes too.
    keras2: words(`
      relu leaky_relu relu6 softmax elu selu softplus softsign silu swish gelu tanh sigmoid exponential hard_sigmoid
      linear mish log_softmax ELU LeakyReLU PReLU ReLU Softmax ThresholdedReLU`),
  },
};

/** Each is known as its class and in snake case. */
const INITIALIZERS = words(`
  GlorotNormal glorot_normal GlorotUniform glorot_uniform HeNormal he_normal HeUniform he_uniform Identity identity
  Initializer initializer LecunNormal lecun_normal LecunUniform lecun_uniform Ones ones one Orthogonal orthogonal
  RandomNormal random_normal normal RandomUniform random_uniform uniform TruncatedNormal truncated_normal
  VarianceScaling variance_scaling Zeros zeros zero`);

const INITIALIZER: Kind = {
  what: 'the name of an initializer, or an initializer',
  registered: true,
  arrays: true,
  names: {
    keras3: new Set([...INITIALIZERS, ...words('IdentityInitializer OrthogonalInitializer STFT STFTInitializer stft')]),
    keras2: new Set([
      ...INITIALIZERS,
      ...words(`
        Constant constant ConstantV2 GlorotNormalV2 GlorotUniformV2 HeNormalV2 HeUniformV2 IdentityV2 LecunNormalV2
        LecunUniformV2 OnesV2 OrthogonalV2 RandomNormalV2 RandomUniformV2 TruncatedNormalV2 VarianceScalingV2 ZerosV2
        glorot_normalV2 glorot_uniformV2 he_normalV2 he_uniformV2 lecun_normalV2 lecun_uniformV2`),
    ]),
  },
};

const REGULARIZER: Kind = {
  what: 'the name of a regularizer, or a regularizer',
  registered: false,
  names: {
    keras3: words('L1 l1 L2 l2 L1L2 l1l2 OrthogonalRegularizer orthogonal_regularizer Regularizer regularizer'),
    // Keras 2.15 keeps a name that it does not know, and only training would trip over it.
    keras2: 'any',
  },
};

const CONSTRAINT: Kind = {
  what: 'the name of a constraint, or a constraint',
  registered: false,
  names: {
    keras3: words('Constraint constraint MaxNorm max_norm MinMaxNorm min_max_norm NonNeg non_neg UnitNorm unit_norm'),
    keras2: words(`
      Constraint MaxNorm max_norm maxnorm MinMaxNorm min_max_norm NonNeg non_neg nonneg RadialConstraint
      radial_constraint UnitNorm unit_norm unitnorm`),
  },
};
