/** The words of the command line. */

export const COMMANDS = ['show', 'check', 'summary', 'trace', 'explain'] as const;
export type Command = (typeof COMMANDS)[number];

export interface CommandLine {
  readonly command: Command;
  readonly files: readonly string[];
  readonly json: boolean;
  /** `trace --values`: module-level names too. */
  readonly values: boolean;
  /** Folders in which imported packages are looked for, besides the program's own. */
  readonly extraPaths: readonly string[];
  readonly color: boolean | null;
}

/** A mistake in the words: the message says which, for stderr and exit code 2. */
export class UsageError extends Error {}

export const HELP = `keras-shapes: the shapes of Keras programs, from their text alone. Nothing is run.

  keras-shapes show FILE…           the source with its shapes
  keras-shapes check FILE…          what is wrong, and how to mend it; exit code 1 on errors
  keras-shapes summary FILE…        the summaries of the models, as Keras prints them
  keras-shapes explain FILE:LINE…   what a line makes, and why
  keras-shapes trace --json FILE…   everything that was found, as JSON

FILE is a Python file or a Jupyter notebook, or a folder with all that are in it.

  --extra-path DIR   look for imported packages here too (may be given several times)
  --values           trace: the values of module-level names too
  --color, --no-color
  --help, --version

Exit codes: 0 nothing wrong; 1 errors found (check); 2 a file that cannot be read, or wrong usage.
`;

/** Reads the words behind the program's name; throws `UsageError`. */
export function readCommandLine(words: readonly string[]): CommandLine | 'help' | 'version' {
  const files: string[] = [];
  const extraPaths: string[] = [];
  const flags = new Set<string>();
  let command: Command | null = null;
  let rest = false;
  const queue = [...words];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (rest || !word.startsWith('-') || word === '-') {
      if (command === null && !rest) command = commandOf(word);
      else files.push(word);
      continue;
    }
    const [name, attached] = split(word);
    if (word === '--') rest = true;
    else if (name === '--extra-path') {
      const folder = attached ?? queue.shift();
      if (folder === undefined) throw new UsageError('--extra-path needs a folder');
      extraPaths.push(folder);
    } else if (FLAGS.has(word)) flags.add(word);
    else throw new UsageError(`there is no option ${word}`);
  }
  if (flags.has('--help') || flags.has('-h')) return 'help';
  if (flags.has('--version')) return 'version';
  if (command === null) throw new UsageError('a command is missing');
  if (files.length === 0) throw new UsageError(`${command} needs a file`);
  return {
    command,
    files,
    extraPaths,
    json: flags.has('--json'),
    values: flags.has('--values'),
    color: flags.has('--color') ? true : flags.has('--no-color') ? false : null,
  };
}

const FLAGS: ReadonlySet<string> = new Set([
  '--json',
  '--values',
  '--color',
  '--no-color',
  '--help',
  '-h',
  '--version',
]);

function split(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function commandOf(word: string): Command {
  const found = COMMANDS.find((command) => command === word);
  if (!found) throw new UsageError(`there is no command ${word}; there are ${COMMANDS.join(', ')}`);
  return found;
}
