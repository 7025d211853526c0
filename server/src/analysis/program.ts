/** The program behind a document: run under the generation of Keras that its text is written for. */
import { type Detected, detectGeneration, type GenerationHints } from '../catalogue/generation/detect';
import { FactsWatch, generationFacts } from '../interpreter/facts';
import { type FinalValue, Program, type ProgramOptions } from '../interpreter/program';
import type { Trace } from '../interpreter/trace';
import type { ParsedModule } from '../python/ast';
import type { Value } from '../values/value';
import { importedFacts, mentionsKeras } from './imported-facts';

/** A `Program` that begins anew when an edit makes the text one of another generation. */
export class DocumentProgram {
  private program: Program | null = null;
  private detected: Detected | null = null;
  private readonly facts = new FactsWatch();

  constructor(private readonly options: Omit<ProgramOptions, 'generation'> & { readonly hints?: GenerationHints }) {}

  /** See `Program.run`. */
  run(module: ParsedModule, isOver?: () => boolean): Trace {
    return this.programFor(module).run(module, isOver);
  }

  /** See `Program.whatIf`; an edit that changes the generation is tried in a program of its own. */
  whatIf<T>(module: ParsedModule, look: (trace: Trace) => T): T {
    const detected = this.detect(module);
    if (this.program && readAlike(detected, this.detected)) return this.program.whatIf(module, look);
    return look(this.begin(detected).run(module));
  }

  /** The syntax of a file that the program imports. */
  module(uri: string): ParsedModule | undefined {
    return this.program?.source(uri);
  }

  /** `repr` of a value; null where it is not known. */
  repr(value: Value): string | null {
    return this.program?.repr(value) ?? null;
  }

  /** See `Program.finalValues`. */
  finalValues(): FinalValue[] {
    return this.program?.finalValues() ?? [];
  }

  private programFor(module: ParsedModule): Program {
    const changed = this.facts.follow(module.items);
    const detected = changed || !this.detected ? this.detect(module) : this.detected;
    if (!this.program || !readAlike(detected, this.detected)) this.program = this.begin(detected);
    this.program.generationReason = detected.because;
    this.detected = detected;
    return this.program;
  }

  private begin({ generation, because, isStated }: Detected): Program {
    const program = new Program({ ...this.options, generation, generationIsSure: isStated });
    program.generationReason = because;
    return program;
  }

  private detect(module: ParsedModule): Detected {
    const { uri, resolver, hints } = this.options;
    const own = generationFacts(module);
    if (!mentionsKeras(own)) {
      // A file that says little stands beside one that could not be of another Keras.
      let nearest: Detected | null = null;
      for (const facts of importedFacts(module, uri, resolver)) {
        const said = detectGeneration(facts, hints);
        if (!said.isGuess) return said;
        nearest ??= said;
      }
      return nearest ?? detectGeneration(own, hints);
    }
    const found = detectGeneration(own, hints);
    if (!found.isGuess) return found;
    // What else of the project's runs with it is for the same Keras.
    for (const facts of importedFacts(module, uri, resolver, true)) {
      const said = detectGeneration(facts);
      if (!said.isGuess) return said;
    }
    return found;
  }
}

function readAlike(a: Detected, b: Detected | null): boolean {
  return a.generation === b?.generation && a.isStated === b.isStated;
}
