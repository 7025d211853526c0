import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, mock, test } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentAnalyzer } from '../analysis/analyzer';
import { DEFAULT_SETTINGS } from '../features/settings';
import { unchanged } from '../l10n/translate';
import { createService, type Service } from '../node/service';
import type { Connection } from './lsp';
import { DiagnosticsPublisher } from './publisher';
import { Source } from './sources';
import type { OpenPrograms } from './workspace';

const URI = 'file:///typed.py';
const program = (units: string): string => `from keras import Input, layers
x = layers.Dense(${units})(Input((28,)))
y = layers.Reshape((8, 16))(x)
`;

describe('problems while a program is typed', () => {
  let service: Service;
  let analyzer: DocumentAnalyzer;
  let publisher: DiagnosticsPublisher;
  let source: Source;
  let version = 0;
  let told: string[] = [];

  before(async () => {
    service = await createService({ extraPaths: [] });
  });
  afterEach(() => mock.timers.reset());

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    ({ analyzer } = service.analyzer(URI));
    told = [];
    const connection = {
      sendDiagnostics: ({ diagnostics }: PublishDiagnosticsParams) => {
        told = diagnostics.map(({ message }) => String(message));
      },
    } as unknown as Connection;
    const programs = {
      program: () => ({ source, analysis: analyzer.analysis }),
      goesOnAt: () => analyzer.goesOnAt,
    } as unknown as OpenPrograms;
    publisher = new DiagnosticsPublisher(
      connection,
      programs,
      () => DEFAULT_SETTINGS,
      null,
      unchanged,
      () => settle(),
    );
    write(program('128'));
  });

  function write(text: string): void {
    source = new Source(URI, [TextDocument.create(URI, 'python', version++, text)], false);
    analyzer.update(text, true);
    publisher.changed(URI);
    publisher.edited(URI);
  }

  function settle(saved = false): void {
    analyzer.settle(undefined, saved);
    publisher.all(URI);
  }

  /** In steps, for a timer may set another one. */
  function rest(time: number): void {
    for (let passed = 0; passed < time; passed += 100) mock.timers.tick(100);
  }

  /** Where the cursor is behind the number of units. */
  const cursor = (): number => source.text.text.indexOf(')(Input');

  test('wait for more in brackets that are closed', () => {
    for (const units of ['', '1, ', '12 ']) {
      write(program(units));
      rest(1100);
      assert.deepEqual(told, [], units);
    }
  });

  test('wait for more where a number ends', () => {
    write(program('1'));
    rest(1100);
    assert.deepEqual(told, []);
    write(program('12'));
    rest(1100);
    assert.deepEqual(told, []);
    write(program('128'));
    rest(5000);
    assert.deepEqual(told, []);
  });

  test('are told after a longer pause', () => {
    write(program('12'));
    rest(1100);
    assert.deepEqual(told, []);
    rest(200);
    assert.equal(told.length, 1);
  });

  test('are told once the cursor is elsewhere', () => {
    write(program('12'));
    rest(500);
    publisher.looked(URI, cursor());
    assert.deepEqual(told, []);
    publisher.looked(URI, cursor() + 1);
    assert.equal(told.length, 1);
  });

  test('wait for the pause where the cursor goes elsewhere at once', () => {
    write(program('12'));
    publisher.looked(URI, 0);
    assert.deepEqual(told, []);
    rest(500);
    assert.equal(told.length, 1);
  });

  test('are told at a short pause where a statement is complete', () => {
    write(`${program('128')}z = layers.Reshape((3, 3))(x)`);
    rest(500);
    assert.equal(told.length, 1);
  });

  test('are told when the program is saved', () => {
    write(program('12'));
    settle(true);
    assert.equal(told.length, 1);
  });

  test('stay where a keystroke changes their numbers, and go at once where it mends them', () => {
    write(program('12'));
    rest(2000);
    const [first] = told;
    write(program('127'));
    assert.equal(told.length, 1);
    assert.notEqual(told[0], first);
    write(program('128'));
    assert.deepEqual(told, []);
  });
});
