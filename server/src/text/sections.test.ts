import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { joinCells, sectionsAfter } from './sections';

describe('sections', () => {
  test('are the cells, joined by line feeds', () => {
    const { text, sections } = joinCells(['a = 1', '', 'b = 2']);
    assert.equal(text, 'a = 1\n\nb = 2');
    assert.deepEqual(
      sections.map(({ start, end }) => text.slice(start, end)),
      ['a = 1', '', 'b = 2'],
    );
  });

  test('that are no Python are blanks', () => {
    assert.equal(joinCells(['%%bash\nls', 'x']).text, '      \n  \nx');
    assert.equal(joinCells(['%%time\nx']).text, '%%time\nx');
  });

  test('follow edits', () => {
    const sections = [
      { start: 0, end: 5 },
      { start: 6, end: 11 },
    ];
    assert.deepEqual(sectionsAfter(sections, [{ start: 5, end: 5, newText: '!!' }]), [
      { start: 0, end: 7 },
      { start: 8, end: 13 },
    ]);
    assert.deepEqual(sectionsAfter(sections, [{ start: 6, end: 7, newText: '' }]), [
      { start: 0, end: 5 },
      { start: 6, end: 10 },
    ]);
  });
});
