// What Keras makes of test-fixtures/programs/autoencoder.py: the same facts for the extension host and for the screen.

export const file = 'autoencoder.py';

export const totalParameters = '4,385';

/** Each line that makes a tensor, with the tensor's shape and the layer's parameters, in the order of the file. */
export const lines: readonly (readonly [line: string, shape: string, parameters: number])[] = [
  ['image = keras.Input(shape=(28, 28, 1))', '(None, 28, 28, 1)', 0],
  ["x = layers.Conv2D(16, (3, 3), activation='relu', padding='same')(image)", '(None, 28, 28, 16)', 160],
  ["x = layers.MaxPooling2D((2, 2), padding='same')(x)", '(None, 14, 14, 16)', 0],
  ["x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)", '(None, 14, 14, 8)', 1160],
  ["x = layers.MaxPooling2D((2, 2), padding='same')(x)", '(None, 7, 7, 8)', 0],
  ["x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)", '(None, 7, 7, 8)', 584],
  ["encoded = layers.MaxPooling2D((2, 2), padding='same')(x)", '(None, 4, 4, 8)', 0],
  ["x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(encoded)", '(None, 4, 4, 8)', 584],
  ['x = layers.UpSampling2D((2, 2))(x)', '(None, 8, 8, 8)', 0],
  ["x = layers.Conv2D(8, (3, 3), activation='relu', padding='same')(x)", '(None, 8, 8, 8)', 584],
  ['x = layers.UpSampling2D((2, 2))(x)', '(None, 16, 16, 8)', 0],
  ["x = layers.Conv2D(16, (3, 3), activation='relu')(x)", '(None, 14, 14, 16)', 1168],
  ['x = layers.UpSampling2D((2, 2))(x)', '(None, 28, 28, 16)', 0],
  ["decoded = layers.Conv2D(1, (3, 3), activation='sigmoid', padding='same')(x)", '(None, 28, 28, 1)', 145],
];
