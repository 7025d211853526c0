/** The modules of `keras.applications` that are described in `python/`, by their public names. */
import common from './python/common.py';
import convnext from './python/convnext.py';
import densenet from './python/densenet.py';
import efficientnet from './python/efficientnet.py';
import efficientnetV2 from './python/efficientnet_v2.py';
import imagenetUtils from './python/imagenet_utils.py';
import inceptionResnetV2 from './python/inception_resnet_v2.py';
import inceptionV3 from './python/inception_v3.py';
import mobilenet from './python/mobilenet.py';
import mobilenetV2 from './python/mobilenet_v2.py';
import mobilenetV3 from './python/mobilenet_v3.py';
import nasnet from './python/nasnet.py';
import packageSource from './python/package.py';
import resnet from './python/resnet.py';
import vgg from './python/vgg.py';
import xception from './python/xception.py';

/** How a model wants its images: from -1 to 1, with ImageNet's means taken off, or as they are. */
type Mode = 'tf' | 'caffe' | 'torch' | 'none';

/** What every public module has beside its builders. */
function preprocess(mode: Mode): string {
  return `from .common import preprocessing\nfrom .imagenet_utils import decode_predictions\npreprocess_input = preprocessing("${mode}")\n`;
}

/** A public module whose builders are described in another one. */
function builders(described: string, names: string, mode: Mode): string {
  return `from .${described} import ${names}\n${preprocess(mode)}`;
}

/** Names behind `keras.applications.`; the package itself has the empty one. */
export const APPLICATIONS: ReadonlyMap<string, string> = new Map([
  ['', packageSource],
  ['common', common],
  ['imagenet_utils', imagenetUtils],
  ['vgg', vgg],
  ['vgg16', builders('vgg', 'VGG16', 'caffe')],
  ['vgg19', builders('vgg', 'VGG19', 'caffe')],
  ['resnet', `${resnet}\n${preprocess('caffe')}`],
  ['resnet50', builders('resnet', 'ResNet50', 'caffe')],
  ['resnet_v2', builders('resnet', 'ResNet50V2, ResNet101V2, ResNet152V2', 'tf')],
  ['densenet', `${densenet}\n${preprocess('torch')}`],
  ['xception', `${xception}\n${preprocess('tf')}`],
  ['mobilenet_v2', `${mobilenetV2}\n${preprocess('tf')}`],
  ['convnext', `${convnext}\n${preprocess('none')}`],
  ['efficientnet_v2', `${efficientnetV2}\n${preprocess('none')}`],
  ['inception_resnet_v2', `${inceptionResnetV2}\n${preprocess('tf')}`],
  ['inception_v3', `${inceptionV3}\n${preprocess('tf')}`],
  ['mobilenet', `${mobilenet}\n${preprocess('tf')}`],
  ['mobilenet_v3', `${mobilenetV3}\n${preprocess('none')}`],
  ['nasnet', `${nasnet}\n${preprocess('tf')}`],
  ['efficientnet', `${efficientnet}\n${preprocess('none')}`],
]);
