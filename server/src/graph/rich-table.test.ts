import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawTable } from './rich-table';

test('columns are cut evenly to the width, words wrapped, long words cut', () => {
  const columns = [
    { title: 'Layer (type)', align: 'left', width: 12 },
    { title: '#', align: 'right', width: 8 },
  ] as const;
  assert.deepEqual(
    drawTable(
      columns,
      [
        ['conv2d (Conv2D)', '1,234'],
        ['global_max_pooling2d (X)', '0'],
      ],
      23,
    ),
    [
      '┏━━━━━━━━━━━━┳━━━━━━━━┓',
      '┃ Layer      ┃        ┃',
      '┃ (type)     ┃      # ┃',
      '┡━━━━━━━━━━━━╇━━━━━━━━┩',
      '│ conv2d     │  1,234 │',
      '│ (Conv2D)   │        │',
      '├────────────┼────────┤',
      '│ global_ma… │      0 │',
      '│ (X)        │        │',
      '└────────────┴────────┘',
    ],
  );
});
