/** Which Keras a program is written for, and what says so: its own text, its project, or a setting. */
import type { Generation } from '../../values/context';
import { inKeras } from '../keras/modules';
import {
  type GenerationFacts,
  legacyKeras,
  newArgument,
  newBackend,
  newModule,
  newName,
  oldName,
  oldSpelling,
  signOfKeras1,
  signOfPython2,
} from './signs';
import { generationOfVersions, isPythonBeforeKeras3, isPythonOfKeras3, type VersionSign } from './versions';

/** What is known beside the text. */
export interface GenerationHints {
  /** What a setting says: it decides. */
  readonly chosen?: Generation | null;
  /** The Python that a notebook was last run with: `3.5.2`. */
  readonly python?: string | null;
  /** What the project says of versions: folder by folder, the nearest first. Asked only where it matters. */
  readonly project?: () => Iterable<readonly VersionSign[]>;
}

/** A generation, and a clause that says why it is this one. */
export interface Detected {
  readonly generation: Generation;
  readonly because: string;
  /** Nothing said which: it is only the likelier one. */
  readonly isGuess: boolean;
  /** A setting, the project or the program names the version: it is not only told by what went with it at the time. */
  readonly isStated: boolean;
}

/**
 * The generation that a setting chooses. Else, in this order: what only Keras 3 has, and what is spelled as
 * in Keras 1; the versions that the project asks for or has installed; what went with Keras 2, and programs
 * that are older than Keras 3 (those that run under Python 2 too, or were last run by a Python that Keras 3
 * does not support). Where nothing says which, `keras` is Keras 3, and that of TensorFlow Keras 2.
 */
export function detectGeneration(given: GenerationFacts, hints: GenerationHints = {}): Detected {
  if (hints.chosen) return sure(hints.chosen, 'the setting `kerasShapes.generation` says so');
  const facts = withFallbacks(given);
  const names = [...facts.imports, ...facts.attributes];
  const ofKeras = names.filter((name) => inKeras(name) !== undefined);
  if (ofKeras.length === 0 && !names.some((name) => name.startsWith('tensorflow.'))) return UNUSED;
  const standalone = standaloneNames(ofKeras);
  const found = standalone.length > 0 ? ofStandalone(standalone, facts, hints) : ofTensorFlow(ofKeras, facts, hints);
  if (found) return found;
  if (standalone.length > 0) return { ...only('keras3', 'keras'), isGuess: true, isStated: false };
  return ofKeras.length > 0 ? { ...only('keras2', 'tensorflow.keras'), isGuess: true, isStated: false } : UNUSED;
}

const UNUSED: Detected = { generation: 'keras3', because: 'it uses no Keras', isGuess: true, isStated: false };

function ofStandalone(
  names: readonly string[],
  facts: GenerationFacts,
  { python, project }: GenerationHints,
): Detected | null {
  const fresh = newModule(names);
  if (fresh !== undefined) return sure('keras3', `\`${fresh}\` is of Keras 3 alone`);
  const backend = newBackend(facts);
  if (backend !== undefined) return sure('keras3', `\`${backend}\` is of Keras 3 alone`);
  const versions = generationOfVersions(project?.() ?? [], true);
  const first = signOfKeras1(facts);
  // Keras 2 took what is spelled as in Keras 1 for long.
  if (first !== undefined && versions?.generation !== 'keras3') return sure('keras1', `\`${first}\` is of Keras 1`);
  if (versions) return { ...versions, isGuess: false, isStated: true };
  const old = oldName(names) ?? oldSpelling(facts);
  if (old !== undefined) return told('keras2', `\`${old}\` is not in Keras 3`);
  const future = signOfPython2(facts);
  if (future !== undefined) return told('keras2', `\`${future}\` is for Python 2`);
  if (isPythonBeforeKeras3(python)) return told('keras2', `it was last run with Python ${python}`);
  if (newArgument(facts) !== undefined) return null;
  // Importing both was common before Keras 3, which has no need of the other.
  const other = facts.imports.find((name) => inKeras(name) !== undefined && !names.includes(name));
  return other === undefined ? null : told('keras2', `it imports \`${other}\` beside \`keras\``);
}

function ofTensorFlow(
  names: readonly string[],
  facts: GenerationFacts,
  { python, project }: GenerationHints,
): Detected | null {
  if (names.length === 0) return null;
  const legacy = legacyKeras(facts);
  if (legacy !== undefined) return sure('keras2', `\`${legacy}\` is set`);
  const package2 = names.find((name) => name === 'tf_keras' || name.startsWith('tf_keras.'));
  if (package2 !== undefined) return sure('keras2', '`tf_keras` is Keras 2');
  const fresh = newName(names);
  if (fresh !== undefined) return sure('keras3', `\`${fresh}\` is of Keras 3 alone`);
  const versions = generationOfVersions(project?.() ?? [], false);
  if (versions) return { ...versions, isGuess: false, isStated: true };
  const old = oldSpelling(facts);
  if (old !== undefined) return told('keras2', `\`${old}\` is not in Keras 3`);
  const argument = newArgument(facts);
  if (argument !== undefined) return told('keras3', `\`${argument}\` is not in Keras 2`);
  const gone = oldName(names);
  if (gone !== undefined) return told('keras2', `\`${gone}\` is not in Keras 3`);
  if (isPythonOfKeras3(python)) return told('keras3', `it was last run with Python ${python}`);
  return isPythonBeforeKeras3(python) ? told('keras2', `it was last run with Python ${python}`) : null;
}

/** What stands in for another import counts where that is no Keras. */
function withFallbacks(facts: GenerationFacts): GenerationFacts {
  const isKeras = facts.imports.some((name) => inKeras(name) !== undefined);
  return isKeras ? facts : { ...facts, imports: [...facts.imports, ...facts.fallbacks] };
}

function sure(generation: Generation, because: string): Detected {
  return { generation, because, isGuess: false, isStated: true };
}

/** By what went with a generation at its time: the same program may be run with another one today. */
function told(generation: Generation, because: string): Detected {
  return { ...sure(generation, because), isStated: false };
}

function only(generation: Generation, root: string): { readonly generation: Generation; readonly because: string } {
  return {
    generation,
    because: `it uses \`${root}\`, and nothing says which Keras that is; the setting \`kerasShapes.generation\` can`,
  };
}

/** Names of Keras itself; an `import keras` that nothing is made of does not count beside `tf.keras`. */
function standaloneNames(ofKeras: readonly string[]): readonly string[] {
  const names = ofKeras.filter((name) => name === 'keras' || name.startsWith('keras.'));
  const isUnused = names.every((name) => name === 'keras') && names.length < ofKeras.length;
  return isUnused ? [] : names;
}
