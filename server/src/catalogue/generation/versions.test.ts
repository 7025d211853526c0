import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generationOfVersions, versionSigns } from './versions';

/** What one file says for TensorFlow's Keras, and for Keras itself. */
function said(file: string, text: string) {
  const signs = versionSigns(file, text);
  return [false, true].map((standalone) => generationOfVersions([signs], standalone)?.generation ?? null);
}

test('bounds of every spelling', () => {
  const cases: readonly (readonly [string, string, string | null, string | null])[] = [
    ['requirements.txt', 'tensorflow==2.10.1', 'keras2', 'keras2'],
    ['requirements.txt', 'tensorflow<2.16', 'keras2', 'keras2'],
    ['requirements.txt', 'tensorflow<=2.16', null, null],
    ['requirements.txt', 'tensorflow>=2.0', null, null],
    ['requirements.txt', 'tensorflow>=2.0,<2.11', 'keras2', 'keras2'],
    ['requirements.txt', 'tensorflow-cpu >= 2.17 ; sys_platform == "linux"', 'keras3', 'keras3'],
    ['requirements.txt', 'tensorflow[and-cuda]~=2.15.0', 'keras2', 'keras2'],
    ['requirements.txt', 'tensorflow~=2.15', null, null],
    ['requirements.txt', 'Keras==2.3.1', 'keras2', 'keras2'],
    ['requirements.txt', 'keras==1.2.2', 'keras2', 'keras1'],
    ['requirements.txt', 'keras<3', 'keras2', 'keras2'],
    ['requirements.txt', 'keras!=2.4', null, null],
    ['requirements.txt', 'keras', null, null],
    ['requirements.txt', 'keras-tuner==1.0\ntensorflow-probability==0.8\ntf-keras==2.17', null, null],
    ['requirements.txt', '# keras==2.3\nnumpy  # not keras==2.3', null, null],
    ['environment.yml', '  - python=3.6\n  - pip:\n    - numpy', 'keras2', 'keras2'],
    ['environment.yml', '  - tensorflow-gpu=1.14.0=h0d30ee6_0', 'keras2', 'keras2'],
    ['environment.yml', '  - keras=2.2', 'keras2', 'keras2'],
    ['pyproject.toml', 'requires-python = ">=3.12"', 'keras3', null],
    ['pyproject.toml', 'python = "^3.8"', null, null],
    ['pyproject.toml', 'tensorflow = "^2.10"\nkeras = "*"', null, null],
    ['pyproject.toml', 'keras = "~2.9"', 'keras2', 'keras2'],
    ['pyproject.toml', 'tensorflow = { version = "2.8", optional = true }', 'keras2', 'keras2'],
    ['pyproject.toml', 'dependencies = ["numpy", "keras>=3.0.5", "h5py"]', 'keras3', 'keras3'],
    ['setup.py', "install_requires=['keras>=2.2.4', 'tensorflow (==2.3.0)'],", 'keras2', 'keras2'],
    ['setup.py', "python_requires='>=3.6',", null, null],
    ['setup.py', "extras_require={'tf1': ['tensorflow<2'], 'tf': ['tensorflow>=2.16']}", null, null],
    ['uv.lock', '[[package]]\nname = "keras"\nversion = "3.6.0"\n', 'keras3', 'keras3'],
    ['poetry.lock', 'name = "tensorflow"\nversion = "2.11.0"\n', 'keras2', 'keras2'],
  ];
  for (const [file, text, ofTensorFlow, standalone] of cases) {
    assert.deepEqual(said(file, text), [ofTensorFlow, standalone], `${file}: ${text}`);
  }
});

test('a line is named by its file and number', () => {
  const signs = versionSigns('requirements.txt', 'numpy==1.19\nh5py\ntensorflow==2.4 # for CUDA 11\n');
  assert.equal(generationOfVersions([signs], false)?.because, 'requirements.txt:3 says `tensorflow==2.4`');
});
