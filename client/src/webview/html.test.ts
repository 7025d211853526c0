import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageHtml } from './html';
import { STRINGS } from './strings';

const page = pageHtml({
  nonce: 'n0nce',
  source: 'https://files.example',
  script: 'https://files.example/page.js',
  style: 'https://files.example/page.css',
  language: 'en',
  text: (key) => `"${STRINGS[key]}" <&>`,
});

test('the page runs nothing but its own script, and loads nothing else', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  assert.match(policy, /^default-src 'none';/);
  assert.match(policy, /script-src 'nonce-n0nce'(;|$)/);
  assert.doesNotMatch(policy, /unsafe|\*/);
  for (const [tag] of page.matchAll(/<script[^>]*>/g)) assert.match(tag, /nonce="n0nce"/);
  assert.doesNotMatch(page, /\son\w+=|\sstyle=/);
});

test('texts cannot break out of where they stand', () => {
  assert.ok(page.includes('&quot;Search layers&quot; &lt;&amp;&gt;'));
  assert.ok(!page.includes('" <&>'));
});
