// The panel's page alone: can everyone use it, is it quick, does it say what it should. In every theme.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { FromPage } from '../../client/src/webview/messages';
import { deepProgram, LonePage, type Theme, themes } from '../page';

const unet = readFileSync('editor-tests/workspace/unet.py', 'utf8');
const nested = readFileSync('editor-tests/workspace/siamese.py', 'utf8');
const wrong = readFileSync('editor-tests/workspace/disagree.py', 'utf8');

const axe = readFileSync(createRequire(`${process.cwd()}/`).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

async function violations({ page }: LonePage): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate('axe.run()')) as AxeResult;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`);
}

async function picture({ page }: LonePage, name: string): Promise<void> {
  mkdirSync('editor-tests/screenshots', { recursive: true });
  await page.screenshot({ path: `editor-tests/screenshots/${name}.png` });
}

for (const theme of Object.keys(themes) as Theme[]) {
  describe(`the page of the graph, ${theme}`, () => {
    let lone: LonePage;
    before(async () => {
      lone = await LonePage.open(theme);
    });
    after(() => lone.close());

    test('the graph can be used by everyone', async () => {
      await lone.show(unet);
      await lone.post({ type: 'cursor', uri: 'file:///program.py', line: 11, character: 20 });
      await lone.page.locator('.node.current').waitFor();
      assert.deepEqual(await violations(lone), []);
      await picture(lone, `page-graph-${theme}`);
    });

    test('the sizes can be used by everyone', async () => {
      await lone.post({ type: 'show', view: 'sizes' });
      await lone.page.getByRole('row').nth(20).waitFor();
      assert.deepEqual(await violations(lone), []);
      await picture(lone, `page-sizes-${theme}`);
      await lone.post({ type: 'show', view: 'graph' });
    });

    test('nested models and mismatches can be told', async () => {
      await lone.show(nested);
      await lone.page.locator('.node.model').first().waitFor();
      await picture(lone, `page-nested-${theme}`);
      await lone.show(wrong);
      await lone.page.locator('.node.error').waitFor();
      assert.equal(await lone.page.locator('.line.error').count(), 2);
      assert.deepEqual(await violations(lone), []);
      await picture(lone, `page-mismatch-${theme}`);
    });
  });
}

describe('the page of the graph', () => {
  let lone: LonePage;
  before(async () => {
    lone = await LonePage.open('light');
  });
  after(() => lone.close());
  const selected = () => lone.page.locator('.node[aria-selected="true"] > title').textContent();
  const last = async <T extends FromPage['type']>(type: T): Promise<FromPage & { type: T }> => {
    for (let i = 0; i < 100; i++) {
      const found = (await lone.sent()).findLast((message) => message.type === type);
      if (found) return found as FromPage & { type: T };
      await lone.page.waitForTimeout(50);
    }
    throw new Error(`the page sent no ${type}`);
  };

  test('is used by keys alone: along the arrows, to the code, folding', async () => {
    await lone.show(nested);
    await lone.page.locator('#graph-tab').focus();
    await lone.page.locator('.node[tabindex="0"]').focus();
    await lone.page.keyboard.press('Home');
    assert.match((await selected()) ?? '', /^InputLayer/);
    await lone.page.keyboard.press('ArrowDown');
    assert.match((await selected()) ?? '', /^Sequential backbone/);
    const id = await lone.page.locator('.node[aria-selected="true"]').getAttribute('data-id');
    const inside = lone.page.locator(`[data-id^="${id}/"]`);
    assert.ok((await inside.count()) > 0);
    await lone.page.keyboard.press('Space');
    await lone.page.locator('.node[aria-expanded="false"]').first().waitFor();
    assert.equal(await inside.count(), 0);
    await lone.page.keyboard.press('ArrowDown');
    assert.match((await selected()) ?? '', /^(?:Subtract|Concatenate)/);
    await lone.page.keyboard.press('Enter');
    const { at, focus } = await last('open');
    assert.ok(focus);
    assert.match(nested.split('\n')[at.range.start.line] ?? '', /Subtract|Concatenate/);
  });

  test('finds layers, and goes from one to the next', async () => {
    await lone.show(unet);
    await lone.page.keyboard.press('/');
    await lone.page.keyboard.type('transpose');
    await lone.page.getByText('1 of 3').waitFor();
    assert.match((await selected()) ?? '', /^Conv2DTranspose conv2d_transpose,/);
    await lone.page.keyboard.press('Enter');
    assert.match((await selected()) ?? '', /^Conv2DTranspose conv2d_transpose_1,/);
    assert.ok((await lone.page.locator('.node.found').count()) > 0);
    await lone.page.keyboard.press('Escape');
    assert.equal(await lone.page.locator('.node.found').count(), 0);
  });

  test('is saved as a drawing that needs nothing else', async () => {
    await lone.page.locator('#save-svg').click();
    const { data, name } = await last('save');
    assert.equal(name, 'unet-graph');
    assert.match(data, /^<svg /);
    assert.doesNotMatch(data, /var\(|color-mix|href=/);
    assert.equal(data.match(/class="title"/g)?.length, 25);
    await lone.page.locator('#save-png').click();
    await lone.page.waitForFunction("sent.some((message) => message.format === 'png')");
    const png = Buffer.from((await last('save')).data, 'base64');
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')]);
    assert.ok(png.readUInt32BE(16) > 1000 && png.readUInt32BE(20) > 2000);
  });

  test('has in the document only what is on screen of 1,000 layers, wherever it is moved', async () => {
    const { graph } = await lone.show(deepProgram(333));
    assert.equal(graph.nodes.length, 1000);
    await lone.page.waitForFunction("document.querySelectorAll('.node').length > 3");
    const seen = () =>
      lone.page.locator('.node').evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-id')));
    const before = await seen();
    assert.ok(before.length < 60, `${before.length} nodes`);
    await lone.page.locator('#canvas').hover();
    await lone.page.mouse.wheel(0, 20_000);
    await lone.page.waitForFunction('!document.querySelector(\'[data-id="/conv2d_1"]\')');
    const after = await seen();
    assert.ok(after.length > 3 && after.length < 60, `${after.length} nodes`);
    // The one that the tab key comes to stays.
    assert.ok(after.filter((id) => before.includes(id)).length <= 1);
  });
});
