// The workbench as a person sees it: what is written on the screen, and a picture of it.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameLocator, Page } from 'playwright-core';
import type { Workbench } from './workbench';

const pictures = 'editor-tests/screenshots';

/** Milliseconds until what is waited for has failed: long, for the machine may have other work. */
const PATIENCE = 60_000;

export class Screen {
  private constructor(
    private readonly workbench: Workbench,
    private readonly page: Page,
    private readonly folder: string,
  ) {}

  static async of(workbench: Workbench, folder: string): Promise<Screen> {
    return new Screen(workbench, await workbench.page(), folder);
  }

  /** Opens the folder with one of its files. */
  async open(name: string): Promise<void> {
    // A notebook that is opened before the extension for notebooks is known opens as text, so the file comes second.
    await this.page.goto(this.workbench.address(this.folder));
    await this.page.waitForFunction("performance.getEntriesByName('code/didLoadExtensions').length > 0");
    const uri = this.workbench.remoteUri(`${this.folder}/${name}`);
    await this.page.goto(this.workbench.address(this.folder, [['openFile', uri]]));
    await this.page.waitForFunction("performance.getEntriesByName('code/didLoadExtensions').length > 0");
    await this.page.locator('.editor-instance .view-line, .notebook-editor .view-line').first().waitFor();
    // The code has the window for itself.
    if (await this.page.locator('.part.sidebar').isVisible()) await this.press('Control+B');
  }

  /** The lines that are on screen in the editors, hints included, from top to bottom. */
  async lines(): Promise<string[]> {
    const found = await this.page
      .locator('.view-line')
      .evaluateAll((lines) =>
        lines.map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' })),
      );
    return found
      .sort((a: { top: number }, b: { top: number }) => a.top - b.top)
      .map(({ text }: { text: string }) => plain(text));
  }

  /** Waits until a line on screen that contains `text` contains each of `parts` as well. */
  async sees(text: string, ...parts: string[]): Promise<void> {
    await this.until(async () => {
      const lines = (await this.lines()).filter((line) => line.includes(text));
      assert.ok(
        lines.some((line) => parts.every((part) => line.includes(part))),
        `no line with "${text}" has ${parts.join(' and ')}:\n${lines.join('\n')}`,
      );
    });
  }

  /** Moves the mouse over a word of the code, and waits for the hover to say each of `parts`. */
  async hover(word: string, ...parts: string[]): Promise<void> {
    await this.rest(() => this.place(word), parts);
  }

  /** The same over what is drawn, such as a squiggle. */
  async hoverOver(selector: string, ...parts: string[]): Promise<void> {
    await this.rest(async () => {
      const box = await this.page.locator(selector).first().boundingBox();
      assert.ok(box, `nothing on screen is ${selector}`);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, parts);
  }

  /** Lets the mouse rest, again where the hover closes: it does when what lies under the mouse is drawn anew. */
  private async rest(place: () => Promise<{ x: number; y: number }>, parts: readonly string[]): Promise<void> {
    await this.until(async () => {
      const { x, y } = await place();
      await this.page.mouse.move(x - 1, y);
      await this.page.mouse.move(x, y);
      await this.until(() => this.says('.monaco-hover:visible', parts), 5000);
    });
  }

  /** Waits until what matches `selector` says each of `parts`. */
  async shows(selector: string, ...parts: string[]): Promise<void> {
    await this.until(() => this.says(selector, parts));
  }

  private async says(selector: string, parts: readonly string[]): Promise<void> {
    const text = plain((await this.page.locator(selector).allTextContents()).join('\n'));
    for (const part of parts) assert.ok(text.includes(part), `"${part}" is missing in ${selector}:\n${text}`);
  }

  async squiggles(severity: 'error' | 'warning' | 'info', count: number): Promise<void> {
    await this.until(async () => assert.equal(await this.page.locator(`.squiggly-${severity}`).count(), count));
  }

  /** Clicks whatever lies there: a squiggle is drawn beneath the text that it underlines. */
  async click(selector: string): Promise<void> {
    await this.page.locator(selector).first().click({ force: true });
  }

  async clickWord(word: string): Promise<void> {
    const { x, y } = await this.place(word);
    await this.page.mouse.click(x, y);
  }

  /**
   * Goes where a part of a hint leads, by a click with the key held that makes links of them, and waits for what the status
   * bar then says. The editor asks where the part leads while the mouse rests on it: a click before that is only a click.
   */
  async follow(word: string, part: string, place: string): Promise<void> {
    await this.until(async () => {
      const { x, y } = await this.placeOfHint(word, part);
      await this.page.mouse.move(x - 40, y);
      await this.page.keyboard.down('Control');
      await this.page.mouse.move(x, y, { steps: 5 });
      await this.page.waitForTimeout(1500);
      await this.page.mouse.move(x + 1, y);
      await this.page.mouse.down();
      await this.page.mouse.up();
      await this.page.keyboard.up('Control');
      await this.page.waitForTimeout(500);
      await this.says('.statusbar', [place]);
    });
  }

  async doubleClickHint(word: string, part: string): Promise<void> {
    const { x, y } = await this.placeOfHint(word, part);
    await this.page.mouse.dblclick(x, y);
  }

  /** A part of a hint behind the line that has `word`: texts that stand in no document have classes of their own. */
  private async placeOfHint(word: string, part: string): Promise<{ x: number; y: number }> {
    const line = this.page
      .locator('.view-line')
      .filter({ hasText: word.replaceAll(' ', '\u00a0') })
      .first();
    const hint = line.locator('span[class*="dyn-rule"]').filter({ hasText: part }).first();
    const box = await this.atRest(() => hint.boundingBox());
    assert.ok(box, `no hint "${part}" behind ${word}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  /**
   * Opens the menu of the light bulb where the cursor stands, and waits for what it offers: again where it closes, as it
   * does when new problems come in while it opens.
   */
  async lightBulb(...parts: string[]): Promise<void> {
    const menu = this.page.locator('.action-widget');
    await this.until(async () => {
      if (!(await menu.isVisible())) await this.press('Control+.');
      await this.page.waitForTimeout(500);
      await this.says('.action-widget', parts);
    });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Says yes to the editor's own dialog, again where it was not ready to hear it. */
  async confirm(): Promise<void> {
    const dialog = this.page.locator('.quick-input-widget');
    await this.until(async () => {
      if (await dialog.isVisible()) await this.page.keyboard.press('Enter');
      await sleep(300);
      assert.equal(await dialog.isVisible(), false);
    });
  }

  /** Runs a command as a person does, by its name in the palette: again where a page that opens takes the focus from it. */
  async command(name: string): Promise<void> {
    for (let left = 3; ; left--) {
      await this.press('F1');
      await this.page.locator('.quick-input-widget input').first().waitFor();
      await this.page.keyboard.type(name);
      try {
        await this.pick(name, 5000);
        return;
      } catch (problem) {
        if (left === 0) throw problem;
        await this.press('Escape');
      }
    }
  }

  /** Chooses from the list that is open. */
  async pick(text: string, timeout = 30_000): Promise<void> {
    await this.page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first().click({ timeout });
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** The page inside the panel that is on screen. */
  get panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  }

  /** Runs a script in the panel's page. */
  async inPanel<T>(script: string): Promise<T> {
    for (const frame of this.page.frames())
      if ((await frame.locator('#canvas').count()) > 0) return (await frame.evaluate(script)) as T;
    throw new Error('no panel is open');
  }

  /** The pieces of the line that has `word` as they are drawn, each with its colour. */
  async colours(word: string): Promise<{ text: string; colour: string }[]> {
    const line = this.page
      .locator('.view-line')
      .filter({ hasText: word.replaceAll(' ', '\u00a0') })
      .first();
    const found = await line.locator('span:not(:has(span))').evaluateAll((spans) =>
      spans.map((span) => ({
        text: span.textContent ?? '',
        colour: (span as unknown as Drawn).computedStyleMap().get('color')?.toString() ?? '',
      })),
    );
    return found.map(({ text, colour }) => ({ text: plain(text), colour }));
  }

  /** What is in a file of the folder that is open. */
  file(name: string): string {
    return readFileSync(`${this.folder}/${name}`, 'utf8');
  }

  /** Waits until something that matches is on screen. */
  async appears(selector: string): Promise<void> {
    await this.page.locator(selector).first().waitFor();
  }

  async attempt(check: () => Promise<void>): Promise<void> {
    await this.until(check);
  }

  /** Keeps a picture of the screen as `NAME.png`. */
  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: `${pictures}/${name}.png`, animations: 'disabled' });
  }

  /** The middle of a word: the editor draws neighbours of one colour as one. */
  private async place(word: string): Promise<{ x: number; y: number }> {
    const drawn = this.page.locator('.view-line span:not(:has(span))').filter({ hasText: word }).first();
    const measure = () =>
      drawn.evaluate((element, text) => {
        const range = element.ownerDocument.createRange();
        const [node] = element.childNodes as unknown as [{ readonly textContent: string }];
        const start = node.textContent.replaceAll('\u00a0', ' ').indexOf(text);
        range.setStart(node, start);
        range.setEnd(node, start + text.length);
        const { left, width, top, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }, word);
    return this.atRest(measure);
  }

  /** A place that does not move any more: lenses that come late move the lines below them. */
  private async atRest<T extends { y: number } | null>(measure: () => Promise<T>): Promise<T> {
    for (let before: T | undefined; ; ) {
      const place = await measure();
      if (before !== undefined && before?.y === place?.y) return place;
      before = place;
      await this.page.waitForTimeout(300);
    }
  }

  private async until(check: () => Promise<void>, limit = PATIENCE): Promise<void> {
    const end = Date.now() + limit;
    for (;;) {
      try {
        return await check();
      } catch (error) {
        if (Date.now() > end) {
          await this.picture('failure');
          throw error;
        }
      }
      await sleep(100);
    }
  }
}

/** What a browser knows of an element that is drawn. */
interface Drawn {
  computedStyleMap(): ReadonlyMap<string, { toString(): string }>;
}

/** The editor draws spaces of code as no-break spaces. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
