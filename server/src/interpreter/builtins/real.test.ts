import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acos, asin, atan, cos, exp, log, log2, log10, power, sin, tan } from './real';

test('values as glibc and CPython give them', () => {
  assert.equal(exp(1), Math.E);
  assert.equal(exp(-3.7), 0.024723526470339388);
  assert.equal(log(3), 1.0986122886681098);
  assert.equal(log2(10), 3.321928094887362);
  assert.equal(log10(5), 0.6989700043360189);
  assert.equal(log10(1000), 3);
  assert.equal(sin(1), 0.8414709848078965);
  assert.equal(cos(Math.PI), -1);
  assert.equal(sin(Math.PI), 1.2246467991473532e-16);
  assert.equal(tan(0.5), 0.5463024898437905);
  assert.equal(atan(1), 0.7853981633974483);
  assert.equal(asin(1), Math.PI / 2);
  assert.equal(acos(0.25), 1.318116071652818);
  assert.equal(power(1.1, 10), 2.5937424601000023);
  assert.equal(power(3, 0.5), 1.7320508075688772);
  assert.equal(power(2, -1074), 5e-324);
  assert.equal(power(10, 308), 1e308);
  assert.equal(power(10, 309), Number.POSITIVE_INFINITY);
});

test('powers of small ints are exact', () => {
  for (let base = 2; base < 40; base++) {
    for (let exponent = 0; base ** exponent < 2 ** 53; exponent++) {
      assert.equal(power(base, exponent), Number(BigInt(base) ** BigInt(exponent)));
    }
  }
});
