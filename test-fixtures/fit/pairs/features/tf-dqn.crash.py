import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

class Agent:
    def __init__(self, state_size, action_size):
        self.state_size = state_size
        self.action_size = action_size
        self.model = self._build_model()

    def _build_model(self):
        model = Sequential()
        model.add(Dense(24, input_dim=self.state_size, activation='relu'))
        model.add(Dense(self.action_size, activation='linear'))
        model.compile(loss='mse', optimizer='adam')
        return model

    def act(self, state):
        return np.argmax(self.model.predict(state, verbose=0)[0])

agent = Agent(4, 2)
state = np.zeros(4)
action = agent.act(state)
