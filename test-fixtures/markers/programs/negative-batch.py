from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

model = Sequential()
# error[invalid-argument]: The input of LSTM would have the shape (-1, 5, 31), and must hold no negative size.
model.add(LSTM(8, batch_input_shape=(-1, 5, 31), stateful=True))

# error[invalid-argument]: The input of Dense would have the shape (None, -4), and must hold no negative size.
Sequential([Dense(1)]).build((None, -4))
