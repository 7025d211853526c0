/** Everything wired together for Node: parser, catalogue and files. */
import { fileURLToPath } from 'node:url';
import type { Analysis } from '../analysis/analysis';
import { DocumentAnalyzer } from '../analysis/analyzer';
import { DocumentProgram } from '../analysis/program';
import { createCatalogue } from '../catalogue';
import { KerasSources } from '../catalogue/keras/sources';
import type { Limits } from '../interpreter/budget';
import type { ModuleResolver } from '../interpreter/imports';
import { StandardSources } from '../interpreter/stdlib/sources';
import type { AnalysisOptions, OpenDocuments } from '../protocol/workspace';
import type { ParsedModule } from '../python/ast';
import { createParser, type PythonParser } from '../python/parse';
import type { SectionedText } from '../text/sections';
import type { Generation } from '../values/context';
import { processorTime } from './clock';
import { writtenPaths } from './paths';
import { ProjectFiles } from './project-files';
import { PythonFiles } from './python-files';
import { readParserFiles } from './wasm';

export interface ServiceOptions {
  /** Folders in which imported packages are looked for. */
  readonly extraPaths: readonly string[];
  /** The Keras that programs are written for, where their text shall not tell. */
  readonly generation?: Generation | null;
  /** Folders that are open: what their files import is looked for in them and in `extraPaths` alone. */
  readonly folders?: readonly string[];
  /** Bounds on a run; those of an editor where they are left out. */
  readonly limits?: Limits;
  /** Told of failures of ours. */
  readonly onInternalError?: (error: unknown) => void;
}

/** A document's analyzer, and the program behind it. */
export interface AnalyzedProgram {
  readonly analyzer: DocumentAnalyzer;
  readonly program: DocumentProgram;
}

export class Service {
  private modules: ModuleResolver;
  private project: ProjectFiles;
  private openDocuments: OpenDocuments = () => [];

  constructor(
    readonly parser: PythonParser,
    private options: ServiceOptions,
  ) {
    this.modules = this.resolver();
    this.project = new ProjectFiles(options.folders);
  }

  /** Takes other options; `extraPaths` as a person writes them. */
  configure({ generation, extraPaths, folders }: AnalysisOptions): void {
    const known = folders.flatMap((uri) => (uri.startsWith('file:') ? [fileURLToPath(uri)] : []));
    this.options = { ...this.options, generation, extraPaths: writtenPaths(extraPaths, known), folders: known };
    this.forgetFiles();
  }

  /** Says what is open in the editor: imports read it as it stands there, saved or not. */
  readOpen(documents: OpenDocuments): void {
    this.openDocuments = documents;
  }

  /** Forgets the files that were read. */
  forgetFiles(): void {
    this.modules = this.resolver();
    this.project = new ProjectFiles(this.options.folders);
  }

  private readonly openText = (path: string): string | null => {
    for (const { uri, text } of this.openDocuments()) if (samePath(uri, path)) return text();
    return null;
  };

  private resolver(): ModuleResolver {
    const parse = (text: string): ParsedModule => this.parser.parse(text);
    const { extraPaths, folders = [] } = this.options;
    return new StandardSources(
      parse,
      new KerasSources(new PythonFiles(parse, extraPaths, folders, this.openText), parse),
    );
  }

  /** @param python the Python that a notebook was last run with */
  analyzer(uri: string, python?: string | null): AnalyzedProgram {
    const program = new DocumentProgram({
      uri,
      catalogue: createCatalogue,
      resolver: this.modules,
      clock: processorTime,
      ...(this.options.limits ? { limits: this.options.limits } : {}),
      hints: {
        chosen: this.options.generation ?? null,
        python: python ?? null,
        project: () => this.project.signs(uri),
      },
      ...(this.options.onInternalError ? { onInternalError: this.options.onInternalError } : {}),
    });
    return { analyzer: new DocumentAnalyzer(this.parser, program), program };
  }

  /** Analyses a text once. */
  analyse(
    uri: string,
    source: string | SectionedText,
  ): { readonly analysis: Analysis; readonly program: DocumentProgram } {
    const { analyzer, program } = this.analyzer(uri, typeof source === 'string' ? null : source.python);
    return { analysis: analyzer.update(source), program };
  }
}

/** Whether a file's URI, however an editor spells it, means a path. */
function samePath(uri: string, path: string): boolean {
  if (!uri.startsWith('file:') || !uri.endsWith('.py')) return false;
  try {
    return fileURLToPath(uri) === path;
  } catch {
    return false;
  }
}

/** Loads the parser from beside the running bundle. */
export async function createService(options: ServiceOptions): Promise<Service> {
  return new Service(await createParser(readParserFiles()), options);
}
