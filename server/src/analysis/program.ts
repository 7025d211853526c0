/** The program behind a document: run under the generation of Keras that its text is written for. */
import { detectGeneration, type GenerationHints } from '../catalogue/generation';
import { FactsWatch, generationFacts } from '../interpreter/facts';
import { Program, type ProgramOptions } from '../interpreter/program';
import type { Trace } from '../interpreter/trace';
import type { ParsedModule } from '../python/ast';
import type { Generation } from '../values/context';
import type { Value } from '../values/value';
import { importedFacts, mentionsKeras } from './imported-facts';

/** A `Program` that begins anew when an edit makes the text one of another generation. */
export class DocumentProgram {
  private program: Program | null = null;
  private generation: Generation | null = null;
  private readonly facts = new FactsWatch();

  constructor(private readonly options: Omit<ProgramOptions, 'generation'> & { readonly hints?: GenerationHints }) {}

  run(module: ParsedModule): Trace {
    return this.programFor(module).run(module);
  }

  /** See `Program.whatIf`; an edit that changes the generation is tried in a program of its own. */
  whatIf<T>(module: ParsedModule, look: (trace: Trace) => T): T {
    const generation = this.generationOf(module);
    if (this.program && generation === this.generation) return this.program.whatIf(module, look);
    return look(new Program({ ...this.options, generation }).run(module));
  }

  /** The syntax of a file that the program imports. */
  module(uri: string): ParsedModule | undefined {
    return this.program?.source(uri);
  }

  /** `repr` of a value; null where it is not known. */
  repr(value: Value): string | null {
    return this.program?.repr(value) ?? null;
  }

  private programFor(module: ParsedModule): Program {
    const changed = this.facts.follow(module.items);
    const generation = changed || !this.generation ? this.generationOf(module) : this.generation;
    if (!this.program || generation !== this.generation) {
      this.program = new Program({ ...this.options, generation });
      this.generation = generation;
    }
    return this.program;
  }

  private generationOf(module: ParsedModule): Generation {
    const { uri, resolver, hints } = this.options;
    const own = generationFacts(module);
    const facts = mentionsKeras(own) ? own : (importedFacts(module, uri, resolver) ?? own);
    return detectGeneration(facts, hints);
  }
}
