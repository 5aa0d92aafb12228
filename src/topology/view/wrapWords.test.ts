import fc from 'fast-check';
import { widthOf } from './fitWords';
import { wrapWords } from './wrapWords';

describe('wrapWords', () => {
  it('leaves alone what fits', () => {
    expect(wrapWords('Switch port', 200, 12, 2)).toEqual({ lines: ['Switch port'], size: 12 });
  });

  it.each([
    ['VLAN interface', 60, ['VLAN', 'interface']],
    ['スイッチポート', 60, ['スイッチポ', 'ート']],
    ['VLAN インターフェース', 96, ['VLAN インターフ', 'ェース']],
    ['GR_hub-tq2sk-cnv-99zmp', 90, ['GR_hub-tq2sk-', 'cnv-99zmp']],
  ])('breaks %s where it may be broken', (words, width, lines) => {
    expect(wrapWords(words, width, 12, 2).lines).toEqual(lines);
  });

  it('writes a little smaller before it breaks', () => {
    const { lines, size } = wrapWords(
      '他 5 個のノード',
      widthOf('他 5 個のノード', 12) * 0.92,
      12,
      2,
    );
    expect(lines).toEqual(['他 5 個のノード']);
    expect(size).toBeLessThan(12);
  });

  it('writes smaller before it leaves anything out', () => {
    const { lines, size } = wrapWords('one two three', 38, 12, 2);
    expect(lines).toEqual(['one two', 'three']);
    expect(size).toBeLessThan(12);
    expect(wrapWords('one two three four five six', 38, 12, 2).lines[1]).toMatch(/^three .*…$/);
  });

  it('has never more or wider lines than asked for, and loses no letter unless it says so', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 40, max: 300 }), (words, width) => {
        const { lines, size } = wrapWords(words, width, 12, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(widthOf(line, size)).toBeLessThanOrEqual(width + 0.1);
        const all = (some: string): string => some.replaceAll(/\s/g, '');
        if (!lines.some((line) => line.endsWith('…'))) expect(all(lines.join(''))).toBe(all(words));
      }),
    );
  });
});
