import fc from 'fast-check';
import { cidrContains, cidrsOverlap, parseCidr, parseIp } from './cidr';
import type { Cidr } from './cidr';

const cidr = (text: string): Cidr => {
  const parsed = parseCidr(text);
  if (parsed === undefined) throw new Error(`${text} is no range`);
  return parsed;
};

describe('parseCidr', () => {
  test.each([
    ['10.0.0.1', { family: 4, words: [0x0a000001], prefix: 32 }],
    ['10.0.0.0/8', { family: 4, words: [0x0a000000], prefix: 8 }],
    ['10.128.0.0/16/24', { family: 4, words: [0x0a800000], prefix: 16 }],
    ['::/0', { family: 6, words: [0, 0, 0, 0], prefix: 0 }],
    ['fd00::1:2/64', { family: 6, words: [0xfd000000, 0, 0, 0x00010002], prefix: 64 }],
    ['fe80::1%eth0', { family: 6, words: [0xfe800000, 0, 0, 1], prefix: 128 }],
    ['::ffff:10.0.0.1', { family: 6, words: [0, 0, 0xffff, 0x0a000001], prefix: 128 }],
    ['1:2:3:4:5:6:7:8', { family: 6, words: [0x10002, 0x30004, 0x50006, 0x70008], prefix: 128 }],
  ])('%s', (text, expected) => {
    expect(parseCidr(text)).toEqual(expected);
  });

  test.each([
    '',
    'x',
    '10.0.0',
    '10.0.0.256',
    '10.0.0.1/33',
    '10.0.0.0/',
    '10.0.0.-1',
    '::1::',
    '1:2:3',
    '1:2:3:4:5:6:7:8:9',
    'fd00::/129',
    'g::',
    '1:2:3:4:5:6:7::8:9',
    '12345::',
  ])('%j is none', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  test('takes any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseCidr(text);
      }),
    );
  });

  test('reads every address that can be written', () => {
    fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (ip) => parseIp(ip) !== undefined));
  });
});

describe('ranges', () => {
  test.each([
    ['10.0.0.0/8', '10.1.0.0/16', true, true],
    ['10.1.0.0/16', '10.0.0.0/8', false, true],
    ['10.0.0.0/8', '11.0.0.0/8', false, false],
    ['0.0.0.0/0', '255.255.255.255', true, true],
    ['192.168.1.77/24', '192.168.1.1', true, true],
    ['fd00::/48', 'fd00:0:0:1::/64', true, true],
    ['fd00::/64', 'fd00:0:0:1::/64', false, false],
    ['::/0', '10.0.0.0/8', false, false],
  ])('%s and %s: contains %s, overlaps %s', (a, b, contains, overlaps) => {
    expect(cidrContains(cidr(a), cidr(b))).toBe(contains);
    expect(cidrsOverlap(cidr(a), cidr(b))).toBe(overlaps);
  });

  test('overlap is symmetric, and means that one contains the other', () => {
    const range = fc
      .tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 }))
      .map(([ip, bits]) => cidr(`${ip}/${bits}`));
    fc.assert(
      fc.property(range, range, (a, b) => {
        expect(cidrsOverlap(a, b)).toBe(cidrsOverlap(b, a));
        expect(cidrsOverlap(a, b)).toBe(cidrContains(a, b) || cidrContains(b, a));
      }),
    );
  });
});
