// Programs of any length, of what people write: functional models by helper functions, Sequential ones, classes, data,
// and functions that nobody calls.

const header = ['import numpy as np', 'import keras', 'from keras import layers, Model, Input', ''];

const kinds = [
  (i, n) => [
    `def block_${i}(x, filters=${n}, turns=2):`,
    '    for k in range(turns):',
    '        x = layers.Conv2D(filters * (k + 1), 3, padding="same")(x)',
    '        x = layers.BatchNormalization()(x)',
    '        x = layers.Activation("relu")(x)',
    '    return layers.MaxPooling2D()(x)',
    '',
    `image_${i} = Input((64, 64, 3))`,
    `features_${i} = layers.GlobalAveragePooling2D()(block_${i}(image_${i}, ${n}))`,
    `classifier_${i} = Model(image_${i}, layers.Dense(10, activation="softmax")(features_${i}))`,
  ],
  (i, n) => [
    `def build_${i}(units=${n}):`,
    '    model = keras.Sequential([',
    `        layers.Input((${n},)),`,
    '        layers.Dense(units, activation="relu"),',
    '        layers.Dropout(0.5),',
    '        layers.Dense(10),',
    '    ])',
    '    model.compile(optimizer="adam", loss="mse")',
    '    return model',
    '',
    `model_${i} = build_${i}()`,
  ],
  (i, n) => [
    `class Net${i}(keras.Model):`,
    '    def __init__(self):',
    '        super().__init__()',
    `        self.hidden = layers.Dense(${n})`,
    '        self.out = layers.Dense(4)',
    '',
    '    def call(self, x):',
    '        return self.out(self.hidden(x))',
    '',
    `answer_${i} = Net${i}()(np.zeros((2, ${n})))`,
  ],
  (i, n) => [
    `def unused_${i}(tokens=Input((${n},))):`,
    '    # Nobody calls it yet.',
    `    x = layers.Embedding(1000, ${n})(tokens)`,
    `    x = layers.LSTM(${n}, return_sequences=True)(x)`,
    '    x = layers.Dense(3)(x)',
    '    return x',
  ],
];

/** A program of so many lines. */
export function varied(lines) {
  const text = [...header];
  for (let i = 0; text.length < lines; i++) text.push(...(kinds[i % kinds.length]?.(i, 8 * (1 + (i % 5))) ?? []), '');
  return `${text.slice(0, lines).join('\n')}\n`;
}

/** Places behind numbers inside functions, all over a program: where digits are typed. */
export function placesToType(text, count) {
  const places = [...text.matchAll(/^ {4}.*?\bDense\(\d+(?=[,)])/gm)].map((found) => found.index + found[0].length);
  const all = places.length > 0 ? places : [...text.matchAll(/\d(?=[,)])/g)].map((found) => found.index + 1);
  return spread(all, count);
}

/** Places behind numbers that are arguments of layers. */
export function placesInLayers(text, count) {
  const calls = [...text.matchAll(/\blayers\.\w+\((?:[^()]|\([^()]*\))*\)/g)];
  const all = calls.flatMap((call) =>
    [...call[0].matchAll(/\d(?=[,)])/g)].map((found) => call.index + found.index + 1),
  );
  return spread(all, count);
}

function spread(places, count) {
  return Array.from({ length: count }, (_, i) => places[Math.floor((i * places.length) / count)]);
}
