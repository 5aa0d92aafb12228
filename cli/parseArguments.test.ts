import { parseArguments } from './parseArguments';

const run = (...argv: string[]) => {
  const parsed = parseArguments(argv);
  if (parsed.kind !== 'run') throw new Error(JSON.stringify(parsed));
  return parsed.arguments;
};

describe('parseArguments', () => {
  test('files alone give text', () => {
    expect(run('a.yaml', 'dir', '-')).toMatchObject({
      paths: ['a.yaml', 'dir', '-'],
      output: 'text',
      trace: undefined,
      node: undefined,
    });
  });

  test('all options, before and after the files', () => {
    expect(
      run(
        '--output',
        'json',
        'a',
        '--trace=ns/vm/net1',
        '--node',
        'n',
        '--now',
        '2026-01-01T00:00:00Z',
      ),
    ).toEqual({
      paths: ['a'],
      output: 'json',
      trace: { vm: 'ns/vm', nic: 'net1' },
      node: 'n',
      now: Date.UTC(2026, 0, 1),
    });
  });

  test('a VM without a NIC', () => {
    expect(run('a', '--trace', 'ns/vm').trace).toEqual({ vm: 'ns/vm', nic: undefined });
  });

  test.each([
    [[]],
    [['a', '--output', 'xml']],
    [['a', '--trace', 'vm']],
    [['a', '--trace', 'ns/']],
    [['a', '--trace', 'ns/vm/']],
    [['a', '--trace', 'ns/vm/net1/more']],
    [['a', '--now', 'yesterday']],
    [['a', '--unheard-of']],
    [['a', '--node']],
  ])('%j is unusable', (argv) => {
    expect(parseArguments(argv).kind).toBe('error');
  });

  test('help', () => {
    expect(parseArguments(['--help']).kind).toBe('help');
  });
});
