/** The table of standard modules. */
import type { ModuleValue } from '../../values/value';
import { builtinNames } from '../builtins/registry';
import { chanceModule } from './chance';
import { cmathModule } from './cmath';
import { copyModule } from './copy';
import { functoolsModule } from './functools';
import { gcModule } from './harmless';
import { itertoolsModule } from './itertools';
import { jsonModule } from './json';
import { mathModule } from './math';
import { declareModule } from './module';
import { operatorModule } from './operator';
import { osModule, osPathModule } from './os';
import { randomModule } from './random';
import { regexModule } from './regex/module';
import { sysModule } from './sys';
import { unknownModule } from './unknown';

const MAKERS: ReadonlyMap<string, () => ModuleValue> = new Map<string, () => ModuleValue>([
  ['_unknown', unknownModule],
  ['builtins', () => declareModule('builtins', builtinNames, { complete: true })],
  ['cmath', cmathModule],
  ['copy', copyModule],
  ['functools', functoolsModule],
  ['gc', gcModule],
  ['itertools', itertoolsModule],
  ['json', jsonModule],
  ['math', mathModule],
  ['operator', operatorModule],
  ['os', osModule],
  ['os.path', osPathModule],
  ['random', randomModule],
  ['re', regexModule],
  ['sys', sysModule],
]);

/** Modules of Python 3.11 that exist, and of which nothing is followed. */
const UNFOLLOWED: ReadonlySet<string> = new Set(
  `
    aifc array asynchat asyncio asyncore atexit audioop bdb  bz2 cProfile cgi cgitb chunk
    cmd code codecs codeop colorsys compileall concurrent configparser copyreg crypt ctypes curses dbm
    difflib dis distutils doctest email encodings ensurepip errno faulthandler fcntl filecmp fileinput
    ftplib genericpath getopt getpass gettext graphlib grp gzip  hmac http imaplib imghdr
    imp importlib ipaddress linecache locale lzma mailbox mailcap marshal mimetypes mmap modulefinder
    netrc nis nntplib ntpath nturl2path opcode optparse ossaudiodev pdb pickletools pipes pkgutil plistlib poplib
    posix posixpath profile pstats pty pwd py_compile pyclbr pydoc pyexpat quopri readline reprlib
    resource rlcompleter runpy sched select selectors shelve signal site smtpd smtplib sndhdr socketserver
    spwd sqlite3 ssl stat stringprep sunau symtable sysconfig syslog tabnanny tarfile telnetlib termios
    threading tkinter token tokenize tomllib trace traceback tracemalloc tty turtle unicodedata unittest uu venv
    wave weakref webbrowser wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport  zoneinfo
  `
    .trim()
    .split(/\s+/),
);

export interface StandardLibrary {
  /** Undefined where no standard module of that name is followed. */
  module(name: string): ModuleValue | undefined;
  /**
   * A standard module of which nothing is followed, or a part of one: for names that no file has,
   * since a program's own files come first. Undefined for names that Python does not bring.
   */
  unfollowed(name: string): ModuleValue | undefined;
}

/** The modules of one program, each made when it is first imported. */
export function createStandardLibrary(): StandardLibrary {
  const made = new Map<string, ModuleValue>();
  const once = (name: string, make: () => ModuleValue | undefined) => {
    const known = made.get(name);
    if (known) return known;
    const module = make();
    if (module) made.set(name, module);
    return module;
  };
  return {
    module: (name) => once(name, () => MAKERS.get(name)?.() ?? chanceModule(name)),
    unfollowed: (name) =>
      once(name, () => (UNFOLLOWED.has(name.split('.')[0] as string) ? declareModule(name, []) : undefined)),
  };
}
