import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held } from '../keras/data/testing';

async function values(text: string, ...expressions: readonly string[]): Promise<readonly string[]> {
  const lines = expressions.map((expression, i) => `v${i} = ${expression}`);
  return held(
    `import numpy as np\n${text}\n${lines.join('\n')}`,
    lines.map((_, i) => `v${i}`),
  );
}

test('OpenCV: sizes are width and height, a single channel falls away', async () => {
  const found = await values(
    "import cv2\nimg = cv2.imread('a.png')\ngray = cv2.cvtColor(img, cv2.COLOR_BGR2GRAY)",
    'img',
    'cv2.resize(img, (64, 32))',
    "cv2.imread('a.png', 0)",
    "cv2.imread('a.png', cv2.IMREAD_UNCHANGED)",
    'cv2.resize(gray, dsize=(8, 9))',
    'cv2.resize(np.zeros((10, 20, 1)), (5, 4))',
    'cv2.resize(np.zeros((10, 20, 3)), None, fx=0.5, fy=2)',
    'cv2.cvtColor(np.zeros((5, 6), np.uint8), cv2.COLOR_GRAY2RGB)',
    'cv2.GaussianBlur(np.zeros((5, 6, 3)), (3, 3), 0)',
    'cv2.merge([gray, gray, gray])',
    "cv2.resize(cv2.imread('a.png', -1), (5, 5))",
    'cv2.rotate(np.zeros((5, 6, 3), np.uint8), cv2.ROTATE_90_CLOCKWISE)',
    'cv2.rotate(np.zeros((5, 6, 3), np.uint8), cv2.ROTATE_180)',
    'cv2.copyMakeBorder(np.zeros((5, 6, 3), np.uint8), 1, 2, 3, 4, cv2.BORDER_CONSTANT)',
    'cv2.normalize(np.zeros((5, 6, 3), np.uint8), None, 0, 255, cv2.NORM_MINMAX)',
  );
  assert.deepEqual(found, [
    '(?, ?, 3) uint8',
    '(32, 64, 3) uint8',
    '(?, ?) uint8',
    '(?) ?',
    '(9, 8) uint8',
    '(4, 5) float64',
    '(20, 10, 3) float64',
    '(5, 6, 3) uint8',
    '(5, 6, 3) float64',
    '(?, ?, 3) uint8',
    '(?) ?',
    '(6, 5, 3) uint8',
    '(5, 6, 3) uint8',
    '(8, 13, 3) uint8',
    '(5, 6, 3) uint8',
  ]);
});

test('PIL: what a pixel is decides the axes', async () => {
  const found = await values(
    "from PIL import Image\nimg = Image.open('a.png')",
    'np.array(img)',
    "np.array(img.convert('RGB'))",
    "np.asarray(img.convert('L').resize((28, 14)))",
    "np.array(Image.open('a.png').resize((8, 9)).convert('RGB'), dtype='float32') / 255.",
    'np.array(Image.fromarray(np.zeros((4, 5, 3), np.uint8)))',
    "img.convert('RGB').crop((1, 2, 11, 22)).size",
    "np.array(Image.new('RGBA', (3, 4)))",
  );
  assert.deepEqual(found, [
    '(?) ?',
    '(?, ?, 3) uint8',
    '(14, 28) uint8',
    '(9, 8, 3) float32',
    '(4, 5, 3) uint8',
    '(10, 20)',
    '(4, 3, 4) uint8',
  ]);
});

test('pictures of Keras', async () => {
  const found = await values(
    'from keras.utils import load_img, img_to_array, array_to_img',
    "img_to_array(load_img('a.png', target_size=(32, 16)))",
    "np.array(load_img('a.png', color_mode='grayscale', target_size=(32, 16)))",
    "img_to_array(load_img('a.png', color_mode='grayscale', target_size=(32, 16)))",
    "np.expand_dims(img_to_array(load_img('a.png')), 0)",
    'array_to_img(np.zeros((4, 5, 3))).size',
  );
  assert.deepEqual(found, [
    '(32, 16, 3) float32',
    '(32, 16) uint8',
    '(32, 16, 1) float32',
    '(1, ?, ?, 3) float32',
    '(5, 4)',
  ]);
});

test('a list of pictures from a folder', async () => {
  const found = await values(
    `
import os, cv2
from skimage.transform import resize
data, labels, small = [], [], []
for label, folder in enumerate(os.listdir('d')):
    for name in os.listdir(os.path.join('d', folder)):
        img = cv2.imread(os.path.join('d', folder, name))
        img = cv2.resize(img, (50, 40))
        data.append(img)
        small.append(resize(img, (8, 8)))
        labels.append(label)
`,
    'np.array(data)',
    "np.array(data, dtype='float32') / 255.0",
    'np.array(small)',
  );
  assert.deepEqual(found, ['(?, 40, 50, 3) uint8', '(?, 40, 50, 3) float32', '(?, 8, 8, 3) float64']);
});
