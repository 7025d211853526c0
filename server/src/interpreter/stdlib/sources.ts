/**
 * Standard modules that are written in Python and interpreted like any other: containers, data
 * classes, enumerations.
 */
import type { ParsedModule } from '../../python/ast';
import type { ModuleResolver, ResolvedModule } from '../imports';
import time from './python/_time.py';
import abc from './python/abc.py';
import argparse from './python/argparse.py';
import ast from './python/ast.py';
import base64 from './python/base64.py';
import binascii from './python/binascii.py';
import bisect from './python/bisect.py';
import calendar from './python/calendar.py';
import collections from './python/collections.py';
import collectionsAbc from './python/collections_abc.py';
import collectionsDerived from './python/collections_derived.py';
import contextlib from './python/contextlib.py';
import contextvars from './python/contextvars.py';
import csv from './python/csv.py';
import dataclasses from './python/dataclasses.py';
import datetime from './python/datetime.py';
import decimal from './python/decimal.py';
import enumeration from './python/enum.py';
import fnmatch from './python/fnmatch.py';
import fractions from './python/fractions.py';
import future from './python/future.py';
import hashlib from './python/hashlib.py';
import heapq from './python/heapq.py';
import html from './python/html.py';
import inspect from './python/inspect.py';
import io from './python/io.py';
import keyword from './python/keyword.py';
import logging from './python/logging.py';
import namex from './python/namex.py';
import numbers from './python/numbers.py';
import packaging from './python/packaging.py';
import packagingVersion from './python/packaging_version.py';
import pathlib from './python/pathlib.py';
import pprint from './python/pprint.py';
import queue from './python/queue.py';
import shlex from './python/shlex.py';
import six from './python/six.py';
import sixMoves from './python/six_moves.py';
import statistics from './python/statistics.py';
import string from './python/string.py';
import struct from './python/struct.py';
import textwrap from './python/textwrap.py';
import threading from './python/threading.py';
import tqdm from './python/tqdm.py';
import tree from './python/tree.py';
import types from './python/types.py';
import typing from './python/typing.py';
import uuid from './python/uuid.py';
import warnings from './python/warnings.py';
import zlib from './python/zlib.py';

const SOURCES: ReadonlyMap<string, string> = new Map([
  ['__future__', future],
  ['ast', ast],
  ['calendar', calendar],
  ['contextvars', contextvars],
  ['csv', csv],
  ['html', html],
  ['queue', queue],
  ['shlex', shlex],
  ['bisect', bisect],
  ['fnmatch', fnmatch],
  ['heapq', heapq],
  ['inspect', inspect],
  ['namex', namex],
  ['numbers', numbers],
  ['base64', base64],
  ['fractions', fractions],
  ['io', io],
  ['keyword', keyword],
  ['struct', struct],
  ['pprint', pprint],
  ['logging', logging],
  ['warnings', warnings],
  ['datetime', datetime],
  ['hashlib', hashlib],
  ['zlib', zlib],
  ['binascii', binascii],
  ['uuid', uuid],
  ['_time', time],
  ['decimal', decimal],
  ['six', six],
  ['six.moves', sixMoves],
  ['statistics', statistics],
  ['textwrap', textwrap],
  ['threading', threading],
  ['tqdm', tqdm],
  ['tqdm.auto', tqdm],
  ['tqdm.notebook', tqdm],
  ['abc', abc],
  ['argparse', argparse],
  ['collections', collections],
  ['collections.abc', collectionsAbc],
  ['_collections_derived', collectionsDerived],
  ['contextlib', contextlib],
  ['dataclasses', dataclasses],
  ['enum', enumeration],
  ['pathlib', pathlib],
  ['string', string],
  ['types', types],
  ['typing', typing],
  ['typing_extensions', typing],
]);

/** Packages whose names a program may have for modules of its own, which go first. */
const BEHIND_FILES: ReadonlyMap<string, string> = new Map([
  ['packaging', packaging],
  ['packaging.version', packagingVersion],
  ['tree', tree],
]);

/** What the URIs of these modules begin with: nobody is shown what happens in them. */
export const STANDARD_SCHEME = 'python-stdlib:';

const urisOf = (names: string) => new Set(names.split(' ').map((name) => `${STANDARD_SCHEME}/${name}.py`));
const IN_C = urisOf('binascii bisect datetime decimal hashlib heapq struct zlib');
const OTHERWISE_WRITTEN = urisOf('base64 calendar csv fnmatch html shlex textwrap');

/**
 * Whether CPython's own text of a module is another one, so that what it raises for wrong arguments is: where operations
 * in it raise it; `binding` asks for modules in C, where a function that is called with too many raises it, too.
 */
export function raisesOtherwise(uri: string, binding = false): boolean {
  return IN_C.has(uri) || (!binding && OTHERWISE_WRITTEN.has(uri));
}

/** Their trees, which are the same for every program. */
const PARSED = new Map<string, ParsedModule>();

/** Finds these modules first, then what `files` finds. Each is parsed once, when it is first imported. */
export class StandardSources implements ModuleResolver {
  constructor(
    private readonly parse: (text: string) => ParsedModule,
    private readonly files: ModuleResolver | null,
  ) {}

  parseText(text: string): ParsedModule {
    return this.parse(text);
  }

  resolve(name: string, level: number, fromUri: string): ResolvedModule | undefined {
    const behind = level === 0 ? BEHIND_FILES.get(name) : undefined;
    const source = (level === 0 ? SOURCES.get(name) : undefined) ?? behind;
    const file = source === undefined || behind !== undefined ? this.files?.resolve(name, level, fromUri) : undefined;
    if (source === undefined || (file && !file.isLibrary)) return file;
    let module = PARSED.get(name);
    if (!module) {
      module = this.parse(source);
      PARSED.set(name, module);
    }
    return { uri: `${STANDARD_SCHEME}/${name}.py`, module, isPackage: false, isLibrary: true };
  }

  isCompiled(name: string, level: number, fromUri: string): boolean {
    return this.files?.isCompiled?.(name, level, fromUri) ?? false;
  }
}
