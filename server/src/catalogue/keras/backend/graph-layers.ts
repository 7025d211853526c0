/** What functions of `keras.backend` are made of in a graph of Keras 2: most hand on to one of TensorFlow's. */
import { hasRank } from '../../../shapes/shape';
import { float, int, ListValue, str, type Value } from '../../../values/value';
import { type GraphLayers, type LayerName, severalLayers } from '../../ops/graph-layers';
import { tensorflowOpNamed } from '../../tensorflow/ops/index';

/** Those that are one layer, and no spelling of a function of TensorFlow's. */
const NAMES: ReadonlyMap<string, LayerName> = new Map<string, LayerName>([
  ['batch_flatten', 'keras.backend.batch_flatten'],
  ['binary_crossentropy', 'keras.backend.binary_crossentropy'],
  ['categorical_crossentropy', 'keras.backend.categorical_crossentropy'],
  ['print_tensor', 'keras.backend.print_tensor'],
  ['conv1d', 'compat.v1.nn.conv1d'],
  ['conv2d', 'compat.v1.nn.convolution'],
  ['depthwise_conv2d', 'compat.v1.nn.depthwise_conv2d'],
  ['flatten', 'reshape'],
  ['resize_images', 'image.resize'],
  ['temporal_padding', 'compat.v1.pad'],
  ['spatial_2d_padding', 'compat.v1.pad'],
]);

/** Functions of several layers, which are not followed. */
const OPEN: ReadonlySet<string> = new Set([
  'conv3d',
  'conv2d_transpose',
  'in_test_phase',
  'in_train_phase',
  'pool2d',
  'pool3d',
  'resize_volumes',
  'separable_conv2d',
  'sparse_categorical_crossentropy',
  'spatial_3d_padding',
  'switch',
]);

export function backendLayers(name: string): GraphLayers | undefined {
  if (OPEN.has(name)) return severalLayers(tensorflowOpNamed, () => undefined);
  return NAMES.get(name) ?? several(name);
}

function several(name: string): GraphLayers | undefined {
  const named = tensorflowOpNamed;
  switch (name) {
    case 'all':
    case 'any':
      return severalLayers(named, (arg, call) =>
        call(`math.reduce_${name}`, [call('cast', [arg('x'), str('bool')]), arg('axis'), arg('keepdims')]),
      );
    case 'mean':
    case 'std':
    case 'var': {
      const of = { mean: 'mean', std: 'std', var: 'variance' }[name];
      return severalLayers(named, (arg, call) => {
        const x = arg('x');
        const isBool = x.kind === 'tensor' && x.dtype === 'bool';
        const floats = isBool ? call('cast', [x, str('float32')]) : x;
        return call(`math.reduce_${of}`, [floats, arg('axis'), arg('keepdims')]);
      });
    }
    case 'sqrt':
      return severalLayers(named, (arg, call) => call('math.sqrt', [call('math.maximum', [arg('x'), float(0)])]));
    case 'hard_sigmoid':
      return severalLayers(named, (arg, call) => {
        const sloped = call('math.multiply', [arg('x'), float(0.2)]);
        return call('clip_by_value', [call('math.add', [sloped, float(0.5)]), float(0), float(1)]);
      });
    case 'relu':
      return severalLayers(named, (arg, call) => {
        const [alpha, most, threshold] = [arg('alpha'), arg('max_value'), arg('threshold')];
        const leaks = !isZero(alpha);
        if (!isZero(threshold) || (leaks && most.kind !== 'None')) return undefined;
        if (leaks) return call('nn.leaky_relu', [arg('x')], { alpha });
        if (isNumber(most, 6)) return call('nn.relu6', [arg('x')]);
        const positive = call('nn.relu', [arg('x')]);
        return most.kind === 'None' ? positive : call('clip_by_value', [positive, float(0), most]);
      });
    case 'elu':
      return severalLayers(named, (arg, call) => (isNumber(arg('alpha'), 1) ? call('nn.elu', [arg('x')]) : undefined));
    case 'repeat':
      return severalLayers(named, (arg, call) => {
        const n = arg('n');
        const times = new ListValue([int(1), n, int(1)]);
        return call('tile', [call('expand_dims', [arg('x'), int(1)]), times]);
      });
    case 'repeat_elements':
      return severalLayers(named, (arg, call, context) => {
        const [x, rep, axis] = [arg('x'), arg('rep'), arg('axis')];
        const at = axis.kind === 'int' ? Number(axis.value) : null;
        const times = rep.kind === 'int' ? Number(rep.value) : null;
        const size = x.kind === 'tensor' && hasRank(x.shape) && at !== null ? x.shape.at(at) : undefined;
        if (typeof size !== 'number' || times === null || size * times > 1000) return undefined;
        const parts = call('split', [x], { num_or_size_splits: int(size), axis });
        if (parts.kind !== 'list') return undefined;
        context.spend(size * times);
        const repeated = parts.items.flatMap((part) => Array.from({ length: times }, () => part));
        return call('concat', [new ListValue(repeated), axis]);
      });
    case 'dot':
      return severalLayers(named, (arg, call) => {
        const ranks = ['x', 'y'].map((side) => rankOf(arg(side)));
        if (ranks.some((rank) => rank === null || rank > 2)) return undefined;
        return call('linalg.matmul', [arg('x'), arg('y')]);
      });
    case 'batch_dot':
      return severalLayers(named, (arg, call) => {
        const [x, y, axes] = [arg('x'), arg('y'), arg('axes')];
        if (rankOf(x) !== 3 || rankOf(y) !== 3) return undefined;
        const pair = axes.kind === 'None' ? [2, 1] : axesOf(axes).map((axis) => (axis < 0 ? axis + 3 : axis));
        const [a, b] = pair;
        if (pair.length !== 2) return undefined;
        const turn = new ListValue([int(0), int(2), int(1)]);
        const left = a === 2 ? x : call('transpose', [x, turn]);
        const right = b === 1 ? y : call('transpose', [y, turn]);
        return call('linalg.matmul', [left, right]);
      });
    case 'batch_normalization':
      return severalLayers(named, (arg, call) => {
        const rest = ['mean', 'var', 'beta', 'gamma'].map(arg);
        const x = arg('x');
        // Of 4 axes it may be a fused op, and Keras tensors among the rest are layers of their own.
        if (rankOf(x) === 4 || rest.some((value) => value.kind === 'tensor' && value.library === 'keras')) {
          return undefined;
        }
        return call('nn.batch_normalization', [x, ...rest, float(1e-3)]);
      });
    default:
      return undefined;
  }
}

function isNumber(value: Value, expected: number): boolean {
  return (value.kind === 'int' || value.kind === 'float') && Number(value.value) === expected;
}

function isZero(value: Value): boolean {
  return isNumber(value, 0);
}

function rankOf(value: Value): number | null {
  return value.kind === 'tensor' && hasRank(value.shape) ? value.shape.length : null;
}

function axesOf(axes: Value): number[] {
  if (axes.kind === 'int') return [Number(axes.value), Number(axes.value)];
  if (axes.kind !== 'list' && axes.kind !== 'tuple') return [];
  return axes.items.flatMap((axis) => (axis.kind === 'int' ? [Number(axis.value)] : []));
}
