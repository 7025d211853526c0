/**
 * What `__version__` of Keras and TensorFlow may be: releases that hold the generation that a program is
 * read as. Which one is installed is not known, but that all of them are at least `2.0` is.
 */
import type { Generation } from '../values/context';
import { oneOf, str, type Value } from '../values/value';

interface Releases {
  readonly tensorflow: readonly string[];
  readonly keras: readonly string[];
}

/** The first and the last release of each minor version. */
const RELEASES: Readonly<Record<Generation, Releases>> = {
  keras3: {
    tensorflow: '2.16.1 2.16.2 2.17.0 2.17.1 2.18.0 2.18.1 2.19.0 2.19.1 2.20.0 2.21.0'.split(' '),
    keras: (
      '3.0.0 3.0.5 3.1.0 3.1.1 3.2.0 3.2.1 3.3.0 3.3.3 3.4.0 3.4.1 3.5.0 3.6.0 3.7.0 3.8.0 3.9.0 3.9.2 3.10.0 ' +
      '3.11.0 3.11.3 3.12.0 3.13.0 3.14.0 3.15.0 3.15.1'
    ).split(' '),
  },
  keras2: {
    tensorflow: (
      '2.0.0 2.0.4 2.1.0 2.1.4 2.2.0 2.2.3 2.3.0 2.3.4 2.4.0 2.4.4 2.5.0 2.5.3 2.6.0 2.6.5 2.7.0 2.7.4 2.8.0 2.8.4 ' +
      '2.9.0 2.9.3 2.10.0 2.10.1 2.11.0 2.11.1 2.12.0 2.12.1 2.13.0 2.13.1 2.14.0 2.14.1 2.15.0 2.15.1'
    ).split(' '),
    keras: (
      '2.0.0 2.0.9 2.1.0 2.1.6 2.2.0 2.2.4 2.2.5 2.3.0 2.3.1 2.2.4-tf 2.3.0-tf 2.4.0 2.4.3 2.5.0 2.6.0 2.7.0 2.8.0 ' +
      '2.9.0 2.10.0 2.11.0 2.12.0 2.13.1 2.14.0 2.15.0'
    ).split(' '),
  },
  keras1: { tensorflow: [], keras: ['1.0.0', '1.0.8', '1.1.0', '1.1.2', '1.2.0', '1.2.2'] },
};

/** The version of a package, as a text; undefined where nothing is known of it. */
export function versionOf(name: keyof Releases, generation: Generation): Value | undefined {
  const releases = RELEASES[generation][name];
  if (releases.length === 0) return undefined;
  const label = name === 'keras' ? 'Keras' : 'TensorFlow';
  return oneOf(releases.map(str), { text: `which version of ${label} is installed is not known` });
}
