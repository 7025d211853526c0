/** The program behind a document: run under the generation of Keras that its text is written for. */
import { Program, type ProgramOptions } from '../interpreter/program';
import type { Trace } from '../interpreter/trace';
import type { ParsedModule } from '../python/ast';
import type { Generation } from '../values/context';
import type { Value } from '../values/value';

export class DocumentProgram {
  private program: Program;
  private generation: Generation = 'keras3';

  constructor(private readonly options: Omit<ProgramOptions, 'generation'>) {
    this.program = this.make();
  }

  run(module: ParsedModule): Trace {
    return this.program.run(module);
  }

  whatIf<T>(module: ParsedModule, look: (trace: Trace) => T): T {
    return this.program.whatIf(module, look);
  }

  /** The syntax of a file that the program imports. */
  module(uri: string): ParsedModule | undefined {
    return this.program.source(uri);
  }

  /** `repr` of a value; null where it is not known. */
  repr(value: Value): string | null {
    return this.program.repr(value);
  }

  private make(): Program {
    return new Program({ ...this.options, generation: this.generation });
  }
}
