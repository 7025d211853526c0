/** Where the modules of Keras are found that are interpreted rather than declared: `keras.applications`. */
import { inKeras, isInterpreted } from './modules';

/** What finding a module gives; the interpreter's own type. */
interface Finder<T> {
  resolve(name: string, level: number, fromUri: string): T | undefined;
}

/**
 * Lets every spelling of such a module (`tensorflow.keras.applications.vgg16`) find the file of the
 * package itself, where one of the folders that are looked through has it.
 */
export class KerasSources<T> implements Finder<T> {
  constructor(private readonly files: Finder<T>) {}

  resolve(name: string, level: number, fromUri: string): T | undefined {
    const found = this.files.resolve(name, level, fromUri);
    if (found || level > 0) return found;
    const own = inKeras(name);
    if (own === undefined || own === name || !isInterpreted(own)) return undefined;
    return this.files.resolve(own, 0, fromUri);
  }
}
