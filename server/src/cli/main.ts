/** The command `keras-shapes`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Analysis } from '../analysis/analysis';
import type { DocumentProgram } from '../analysis/program';
import { isBroken } from '../analysis/segments';
import { DEFAULT_SETTINGS } from '../features/settings';
import { summary } from '../features/summary';
import { traceJson } from '../features/trace-json';
import { PATIENT } from '../interpreter/budget';
import { createService, type Service } from '../node/service';
import { LONGEST_TEXT, TOO_LONG } from '../python/parse';
import type { SectionedText } from '../text/sections';
import { type CommandLine, HELP, readCommandLine, UsageError } from './arguments';
import { check, totals } from './check';
import { explain } from './explain';
import { show } from './show';
import { blankSections, filesAt, readSource, SourceError } from './source';
import { COLOURED, PLAIN, type Style } from './style';

/** Exit codes. */
const FOUND = 1;
const UNUSABLE = 2;

async function main(words: readonly string[]): Promise<number> {
  let line: ReturnType<typeof readCommandLine>;
  try {
    line = readCommandLine(words);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(`${error.message}. Try keras-shapes --help.`);
    return UNUSABLE;
  }
  if (line === 'help') {
    await write(HELP);
    return 0;
  }
  if (line === 'version') {
    await write(`keras-shapes ${version()}\n`);
    return 0;
  }
  const run = new Run(
    line,
    await createService({ extraPaths: line.extraPaths.map((path) => resolve(path)), limits: PATIENT }),
  );
  return run.all();
}

class Run {
  private readonly style: Style;
  private code = 0;
  private readonly files: readonly string[];

  constructor(
    private readonly line: CommandLine,
    private readonly service: Service,
  ) {
    const isColoured = line.color ?? (process.stdout.isTTY === true && process.env.NO_COLOR === undefined);
    this.style = isColoured ? COLOURED : PLAIN;
    this.files = line.command === 'explain' ? [] : line.files.flatMap((path) => this.filesAt(path));
  }

  async all(): Promise<number> {
    switch (this.line.command) {
      case 'show':
        await this.each((analysis) => show(analysis, DEFAULT_SETTINGS, this.style));
        break;
      case 'summary':
        await this.each((analysis) => summary(analysis, null));
        break;
      case 'explain':
        await this.explain();
        break;
      case 'check':
        await this.check();
        break;
      case 'trace':
        await this.trace();
        break;
    }
    return this.code;
  }

  /** Prints a text for each file, under its name where there are several. */
  private async each(text: (analysis: Analysis) => string): Promise<void> {
    for (const path of this.files) {
      const analysis = this.analyse(path);
      if (!analysis) continue;
      const heading = this.files.length > 1 ? `${this.style.bold(`# ${path}`)}\n` : '';
      await write(heading + endLine(text(analysis)));
    }
  }

  private async check(): Promise<void> {
    const counts = { error: 0, warning: 0, information: 0, hint: 0 };
    let files = 0;
    for (const path of this.files) {
      const analysis = this.analyse(path);
      if (!analysis) continue;
      files += 1;
      const result = check(path, analysis, DEFAULT_SETTINGS, this.style);
      for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
        counts[severity] += result.counts[severity];
      }
      if (result.text !== '') await write(`${result.text}\n\n`);
    }
    if (files > 0) await write(`${totals(counts, files)}\n`);
    if (counts.error > 0 && this.code === 0) this.code = FOUND;
  }

  private async explain(): Promise<void> {
    for (const word of this.line.files) {
      const [, path, line] = /^(.*):(\d+)$/.exec(word) ?? [];
      if (path === undefined || line === undefined) {
        this.refuse(word, 'name a line too, as in model.py:12');
        continue;
      }
      const source = this.read(path);
      if (!source) continue;
      const { analysis, program } = this.service.analyse(uriOf(path), source);
      await write(`${explain(analysis, program, Number(line), this.style) ?? `Nothing is known of line ${line}.`}\n`);
    }
  }

  private async trace(): Promise<void> {
    if (!this.line.json) {
      complain('trace prints JSON: say trace --json.');
      this.code = UNUSABLE;
      return;
    }
    // A file at a time, so that many files need no more memory than the largest.
    await write('{"version":1,"files":[');
    let isFirst = true;
    for (const path of this.files) {
      const source = this.read(path);
      if (!source) continue;
      const { analysis, program } = this.service.analyse(uriOf(path), source);
      for (const { uri, ...file } of traceJson(analysis, program, DEFAULT_SETTINGS)) {
        const values = this.line.values && uri === analysis.uri ? { values: valuesOf(program) } : {};
        const name = uri === analysis.uri ? path : fileURLToPath(uri);
        await write(`${isFirst ? '' : ','}\n${JSON.stringify({ path: name, ...file, ...values })}`);
        isFirst = false;
      }
    }
    await write('\n]}\n');
  }

  private filesAt(path: string): readonly string[] {
    return this.attempt(path, () => filesAt(path)) ?? [];
  }

  private analyse(path: string): Analysis | null {
    const source = this.read(path);
    return source && this.service.analyse(uriOf(path), source).analysis;
  }

  private read(path: string): SectionedText | null {
    return this.attempt(path, () => {
      const source = readSource(path);
      if (source.text.length > LONGEST_TEXT) throw new SourceError(TOO_LONG);
      if (source.sections.length < 2) return source;
      const module = this.service.parser.parse(source);
      const broken = module.items.filter((item) => isBroken(item, module));
      return blankSections(source, (start, end) => broken.some((item) => start <= item.start && item.start <= end));
    });
  }

  /** Null, and a word to the person, where a path cannot be read. */
  private attempt<T>(path: string, run: () => T): T | null {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      this.refuse(path, error.message);
      return null;
    }
  }

  private refuse(path: string, message: string): void {
    complain(`${path}: ${message}`);
    this.code = UNUSABLE;
  }
}

/** Module-level names at the end, as `repr` writes them; null where that is not known. */
interface JsonValue {
  readonly name: string;
  /** As CPython prints it; null where it is not known. */
  readonly repr: string | null;
  readonly reason?: string;
}

/** Module-level names at the end of the run. */
function valuesOf(program: DocumentProgram): JsonValue[] {
  return program.finalValues().map(({ name, repr, reason }) => {
    if (repr !== null) return { name, repr };
    return { name, repr, reason: reason?.text ?? 'its text differs from run to run, or is not known' };
  });
}

function uriOf(path: string): string {
  return pathToFileURL(resolve(path)).href;
}

function endLine(text: string): string {
  return text.endsWith('\n') || text === '' ? text : `${text}\n`;
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
  return String((manifest as { version?: unknown }).version);
}

function complain(message: string): void {
  process.stderr.write(`keras-shapes: ${message}\n`);
}

/** Waits where the reader is slower, so that nothing is lost when the process ends. */
function write(text: string): Promise<void> {
  return new Promise((done) => {
    if (process.stdout.write(text)) done();
    else process.stdout.once('drain', done);
  });
}

// A reader that stops reading (`| head`) is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : UNUSABLE));

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    complain(`this is a fault of keras-shapes: ${error instanceof Error ? error.stack : error}`);
    process.exitCode = 70;
  },
);
