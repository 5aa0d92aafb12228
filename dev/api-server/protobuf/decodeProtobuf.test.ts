import fc from 'fast-check';
import { decodeProtobuf } from './decodeProtobuf';

type Part = string | number | Buffer;

/** A length-delimited field. */
function field(number: number, ...content: readonly Part[]): Buffer {
  const bytes = Buffer.concat(
    content.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))),
  );
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) {
      return Buffer.from([...bytes, rest]);
    }
    bytes.push((rest % 128) + 128);
  }
}

function number(fieldNumber: number, value: number): Buffer {
  return Buffer.concat([varint(fieldNumber * 8), varint(value)]);
}

function envelope(apiVersion: string, kind: string, ...message: readonly Buffer[]): Buffer {
  const type = field(1, field(1, apiVersion), field(2, kind));
  return Buffer.concat([
    Buffer.from('k8s\0', 'latin1'),
    type,
    field(2, ...message),
    field(3),
    field(4),
  ]);
}

/** Metadata the way Go writes it: every field that is not a pointer, empty or not. */
const metadata = (name: string): Buffer =>
  field(
    1,
    field(1, name),
    field(2),
    field(3),
    field(4),
    field(5),
    field(6),
    number(7, 0),
    field(8),
  );

describe('decodeProtobuf', () => {
  test('reads what kubectl create namespace sends', () => {
    const body = envelope('v1', 'Namespace', metadata('blue'), field(2), field(3, field(1)));
    expect(decodeProtobuf(body)).toEqual({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'blue' },
    });
  });

  test('reads maps, bytes, lists, numbers and choices', () => {
    const secret = envelope('v1', 'Secret', metadata('s'), field(2, field(1, 'a'), field(2, 'b')));
    expect(decodeProtobuf(secret)).toMatchObject({ data: { a: 'Yg==' } });

    const port = field(
      1,
      field(1, 'http'),
      number(3, 8080),
      field(4, number(1, 0), number(2, 300)),
    );
    const service = envelope('v1', 'Service', metadata('s'), field(2, port, port));
    expect(decodeProtobuf(service)).toMatchObject({
      spec: { ports: [{ name: 'http', port: 8080, targetPort: 300 }, { port: 8080 }] },
    });

    const options = envelope(
      'v1',
      'DeleteOptions',
      number(1, 0),
      field(4, 'Foreground'),
      field(5, 'All'),
    );
    expect(decodeProtobuf(options)).toMatchObject({
      gracePeriodSeconds: 0,
      propagationPolicy: 'Foreground',
      dryRun: ['All'],
    });
  });

  test('reads config maps with any text', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), fc.string({ minLength: 1 })),
        (data) => {
          const entries = Object.entries(data).map(([key, value]) =>
            field(2, field(1, key), field(2, value)),
          );
          const decoded = decodeProtobuf(envelope('v1', 'ConfigMap', metadata('x'), ...entries));
          expect(decoded?.data ?? {}).toEqual({ ...data });
        },
      ),
    );
  });

  test('refuses what it cannot read without loss', () => {
    const unknownField = envelope('v1', 'Namespace', metadata('x'), field(9, field(1, 'content')));
    expect(decodeProtobuf(unknownField)).toBeUndefined();
    expect(decodeProtobuf(envelope('v1', 'Unicorn', metadata('x')))).toBeUndefined();
    expect(decodeProtobuf(Buffer.from('{}'))).toBeUndefined();
    const whole = envelope('v1', 'Namespace', metadata('x'));
    expect(decodeProtobuf(whole.subarray(0, 22))).toBeUndefined();
  });
});
