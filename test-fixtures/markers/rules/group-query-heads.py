import keras
from keras import layers

x = keras.Input((10, 16))  # hint: (None, 10, 16)
# error[groups]: GroupQueryAttention shares 3 heads of keys among 4 heads of queries, which is no multiple of 3.
y = layers.GroupQueryAttention(2, num_query_heads=4, num_key_value_heads=3)(x, x)
# error[groups]: GroupQueryAttention shares 3 heads of keys among nan heads of queries, which is no multiple of 3.
z = layers.GroupQueryAttention(2, num_query_heads=float("nan"), num_key_value_heads=3)(x, x)
