/** Where the modules of Keras are found that are interpreted rather than declared: `keras.applications`. */
import { APPLICATIONS } from './applications/sources';
import { inKeras, isInterpreted } from './modules';

/** A module that was found; the interpreter's own type, but for how its text is parsed. */
interface Found<M> {
  readonly uri: string;
  readonly module: M;
  readonly isPackage: boolean;
  readonly isLibrary: boolean;
}

interface Finder<M> {
  resolve(name: string, level: number, fromUri: string): Found<M> | undefined;
  isCompiled(name: string, level: number, fromUri: string): boolean;
}

const SCHEME = 'keras-applications:';
const PACKAGE = 'keras.applications';

/**
 * Lets every spelling of such a module (`tensorflow.keras.applications.vgg16`) find the file of the
 * package itself, where one of the folders that are looked through has it, and else our own
 * description.
 */
export class KerasSources<M> implements Finder<M> {
  private readonly parsed = new Map<string, M>();

  constructor(
    private readonly files: Finder<M>,
    private readonly parse: (text: string) => M,
  ) {}

  resolve(name: string, level: number, fromUri: string): Found<M> | undefined {
    if (fromUri.startsWith(SCHEME) && level > 0) return this.described(name);
    const found = this.files.resolve(name, level, fromUri);
    if (found || level > 0) return found;
    const own = inKeras(name);
    if (own === undefined || !isInterpreted(own)) return undefined;
    return this.files.resolve(own, 0, fromUri) ?? this.described(own.slice(PACKAGE.length + 1));
  }

  isCompiled(name: string, level: number, fromUri: string): boolean {
    return this.files.isCompiled(name, level, fromUri);
  }

  private described(name: string): Found<M> | undefined {
    const text = APPLICATIONS.get(name);
    if (text === undefined) return undefined;
    let module = this.parsed.get(name);
    if (module === undefined) {
      module = this.parse(text);
      this.parsed.set(name, module);
    }
    return { uri: `${SCHEME}/${name || 'package'}.py`, module, isPackage: name === '', isLibrary: true };
  }
}
