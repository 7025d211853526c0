/** What Keras 2 makes of TensorFlow's functions in a graph, where that is not one layer of the function's own name. */
import { int, TRUE } from '../../../values/value';
import type { OpDefinition } from '../../ops/define-op';
import { type GraphLayers, type LayerName, severalLayers } from '../../ops/graph-layers';

type Named = (name: string) => OpDefinition | undefined;

/** Functions of version 2 that hand on to version 1's, which take Keras tensors first. */
const VERSION_1 = [
  'boolean_mask',
  'gather',
  'gather_nd',
  'nn.conv1d',
  'nn.conv2d',
  'nn.depthwise_conv2d',
  'nn.embedding_lookup',
  'nn.separable_conv2d',
  'nn.sigmoid_cross_entropy_with_logits',
  'nn.sparse_softmax_cross_entropy_with_logits',
  'norm',
  'pad',
  'shape',
  'size',
  'squeeze',
  'transpose',
];

const NAMES: ReadonlyMap<string, LayerName> = new Map<string, LayerName>([
  ...VERSION_1.map((name) => [name, `compat.v1.${name}`] as const),
  ['nn.softmax_cross_entropy_with_logits', 'compat.v1.nn.softmax_cross_entropy_with_logits_v2'],
  ['math.divide', 'math.truediv'],
  ['math.floordiv', 'compat.v1.floor_div'],
  ['math.softsign', 'nn.softsign'],
  ['image.random_brightness', 'image.adjust_brightness'],
  ['image.random_contrast', 'image.adjust_contrast'],
  ['image.random_hue', 'image.adjust_hue'],
  ['image.random_saturation', 'image.adjust_saturation'],
  ['nn.convolution', (rank) => (rank === 3 ? 'compat.v1.nn.conv1d' : 'nn.convolution')],
  ['nn.max_pool', (rank) => (rank === 5 ? 'nn.max_pool' : `nn.max_pool${rank - 2}d`)],
  ['nn.avg_pool', (rank) => (rank === 3 ? 'nn.avg_pool1d' : 'nn.avg_pool')],
]);

/** The layers of a function that are known to be others; undefined for the one of its own name. */
export function graphLayers(name: string, named: Named): GraphLayers | undefined {
  return NAMES.get(name) ?? several(name, named);
}

function several(name: string, named: Named): GraphLayers | undefined {
  switch (name) {
    case 'math.logical_xor':
      return severalLayers(named, (arg, call) => {
        const either = call('math.logical_or', [arg('x'), arg('y')]);
        const both = call('math.logical_and', [arg('x'), arg('y')]);
        return call('math.logical_and', [either, call('math.logical_not', [both])]);
      });
    case 'linalg.matvec':
      return severalLayers(named, (arg, call) => {
        const column = call('expand_dims', [arg('b')], { axis: int(-1) });
        const product = call('linalg.matmul', [arg('a'), column], {
          transpose_a: arg('transpose_a'),
          adjoint_a: arg('adjoint_a'),
        });
        return call('squeeze', [product], { axis: int(-1) });
      });
    case 'linalg.logdet':
      return severalLayers(named, () => undefined);
    case 'nn.moments':
      return severalLayers(named, (arg, call, context, result) => {
        const [x, axes, keepdims] = [arg('x'), arg('axes'), arg('keepdims')];
        const keeps = context.truth(keepdims);
        if (x.kind !== 'tensor' || x.dtype === 'float16' || typeof keeps !== 'boolean' || result.kind !== 'tuple') {
          return undefined;
        }
        const mean = call('math.reduce_mean', [x, axes], { keepdims: TRUE });
        const fixed = call('stop_gradient', [mean]);
        const squares = call('math.squared_difference', [x, fixed]);
        const variance = call('math.reduce_mean', [squares, axes], { keepdims: TRUE });
        const both = [mean, variance].map((moment) => (keeps ? moment : call('squeeze', [moment, axes])));
        return { ...result, items: both };
      });
    case 'nn.batch_normalization':
      return severalLayers(named, (arg, call) => {
        const rest = ['mean', 'variance', 'offset', 'scale'].map(arg);
        // Keras tensors among them are layers of their own.
        if (rest.some((value) => value.kind === 'tensor' && value.library === 'keras')) return undefined;
        const scaled = call('math.multiply', [arg('x'), arg('variance')]);
        return call('__operators__.add', [scaled, arg('mean')]);
      });
    default:
      return undefined;
  }
}
