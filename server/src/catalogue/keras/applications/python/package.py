"""keras.applications: the builders that are described, and unknown ones by name."""
from _unknown import because
from .convnext import ConvNeXtBase, ConvNeXtLarge, ConvNeXtSmall, ConvNeXtTiny, ConvNeXtXLarge
from .densenet import DenseNet121, DenseNet169, DenseNet201
from .efficientnet import EfficientNetB0, EfficientNetB1, EfficientNetB2, EfficientNetB3
from .efficientnet import EfficientNetB4, EfficientNetB5, EfficientNetB6, EfficientNetB7
from .efficientnet_v2 import EfficientNetV2B0, EfficientNetV2B1, EfficientNetV2B2, EfficientNetV2B3
from .efficientnet_v2 import EfficientNetV2L, EfficientNetV2M, EfficientNetV2S
from .inception_resnet_v2 import InceptionResNetV2
from .inception_v3 import InceptionV3
from .mobilenet import MobileNet
from .mobilenet_v2 import MobileNetV2
from .mobilenet_v3 import MobileNetV3Large, MobileNetV3Small
from .nasnet import NASNetLarge, NASNetMobile
from .resnet import ResNet50, ResNet50V2, ResNet101, ResNet101V2, ResNet152, ResNet152V2
from .vgg import VGG16, VGG19
from .xception import Xception


def __getattr__(name):
    return because(f"`keras.applications.{name}` is not described yet")
