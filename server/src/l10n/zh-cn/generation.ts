/** Why a program is read as it is. */
import type { Template } from '../translate';

export const GENERATION: readonly Template[] = [
  ['the setting kerasShapes.generation says so', '由设置 kerasShapes.generation 指定'],
  ['{0} is of Keras 3 alone', '{0} 只有 Keras 3 才有'],
  ['{0} is of Keras 1', '{0} 属于 Keras 1'],
  ['{0} is not in Keras 3', 'Keras 3 中没有 {0}'],
  ['{0} is not in Keras 2', 'Keras 2 中没有 {0}'],
  ['{0} is for Python 2', '{0} 是为 Python 2 写的'],
  ['{0} is set', '设置了 {0}'],
  ['tf_keras is Keras 2', 'tf_keras 就是 Keras 2'],
  ['it was last run with Python {0}', '上次用 Python {0} 运行'],
  ['it imports {0} beside keras', '它除 keras 外还导入了 {0}'],
  ['{0} says {1}', '{0} 写着 {1}'],
  ['it uses no Keras', '它没有用到 Keras'],
  [
    'it uses {0}, and nothing says which Keras that is; the setting kerasShapes.generation can',
    '它使用 {0}，而没有任何地方说明是哪一代；可用设置 kerasShapes.generation 指定',
  ],
];
