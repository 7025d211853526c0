/**
 * V8 compiles to machine code what has run some hundred times, so that the first keystrokes in a server cost three times
 * as much as those behind them. In the pause before a person begins to type, the server types into a program of its own.
 */
import { diagnostics } from '../features/diagnostics';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlay-hints';
import { DEFAULT_SETTINGS } from '../features/settings';
import { processorTime } from './clock';
import type { Service } from './service';

/** What most programs have: a functional model by a helper function, a Sequential one, a class, and training. */
const PROGRAM = `import numpy as np
import keras
from keras import Input, Model, layers


def block(x, filters=16, turns=2):
    for k in range(turns):
        x = layers.Conv2D(filters * (k + 1), 3, padding="same")(x)
        x = layers.BatchNormalization()(x)
        x = layers.Activation("relu")(x)
    return layers.MaxPooling2D()(x)


image = Input((64, 64, 3))
features = layers.GlobalAveragePooling2D()(block(block(image, 8), 16))
shortcut = layers.Concatenate()([features, layers.Dense(8)(features)])
classifier = Model(image, layers.Dense(10, activation="softmax")(shortcut))

sequential = keras.Sequential([
    layers.Input((32,)),
    layers.Dense(24, activation="relu"),
    layers.Dropout(0.5),
    layers.Dense(10),
])
sequential.compile(optimizer="adam", loss="mse")
sequential.fit(np.zeros((100, 32)), np.zeros((100, 10)), epochs=2)


class Net(keras.Model):
    def __init__(self, units=16):
        super().__init__()
        self.hidden = layers.Dense(units)
        self.out = layers.Dense(4)

    def call(self, x):
        return self.out(self.hidden(x))


answer = Net()(np.zeros((2, 8)))


def unused(tokens=Input((20,))):
    x = layers.Embedding(1000, 16)(tokens)
    x = layers.LSTM(12, return_sequences=True)(x)
    return layers.Dense(3)(x)
`;

/** Behind each number between brackets. */
const PLACES = [...PROGRAM.matchAll(/\d(?=[,)])/g)].map((found) => found.index + 1);

/** Keystrokes after which nothing gets much faster, and milliseconds of processor time that they may take. */
const KEYSTROKES = 1000;
const MOST_TIME = 2000;

/** A keystroke, or its taking back, each time that it goes on, as long as more of them are worth it. */
export function* rehearsal(service: Service): Generator<void, void> {
  const { analyzer } = service.analyzer('rehearsal:///program.py');
  let time = 0;
  for (let keystrokes = 0; keystrokes < KEYSTROKES && time < MOST_TIME; keystrokes++) {
    const start = processorTime();
    const place = PLACES[(keystrokes >> 1) % PLACES.length] as number;
    const typed = keystrokes % 2 === 0 ? `${PROGRAM.slice(0, place)}1${PROGRAM.slice(place)}` : PROGRAM;
    const analysis = analyzer.update(typed, true);
    inlayHints(analysis, { start: 0, end: typed.length }, DEFAULT_SETTINGS);
    if (keystrokes % 8 === 0) {
      diagnostics(analysis, DEFAULT_SETTINGS);
      hover(analysis, place);
    }
    time += processorTime() - start;
    yield;
  }
}
