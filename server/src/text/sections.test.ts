import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blanked, sectionsAfter } from './sections';

describe('sections', () => {
  test('that are no Python are blanks', () => assert.equal(blanked('%%bash\r\nls'), '      \r\n  '));

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
