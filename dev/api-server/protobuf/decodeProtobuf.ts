/**
 * Reads the protobuf form of native kinds, which kubectl uses for what it creates itself. The envelope
 * is `k8s\0` and a runtime.Unknown message; inside is the message of the kind. A field with content
 * that our tables do not know makes the body unreadable: dropping it silently would store an object
 * the client did not send.
 */
import type { JsonRecord } from '../json';
import type { FieldType, MessageType } from './messageTypes';
import { messageTypes } from './messageTypes';

export const PROTOBUF = 'application/vnd.kubernetes.protobuf';

const MAGIC = Buffer.from('k8s\0', 'latin1');
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

interface RawField {
  readonly number: number;
  readonly wireType: number;
  /** Of a varint. */
  readonly value: number;
  /** Of a length-delimited field. */
  readonly bytes: Buffer;
}

/** The object in the body; undefined when it cannot be read without loss. */
export function decodeProtobuf(body: Buffer): JsonRecord | undefined {
  if (!body.subarray(0, MAGIC.length).equals(MAGIC)) {
    return undefined;
  }
  try {
    const envelope = [...fieldsOf(body.subarray(MAGIC.length))];
    const typeMeta = [...fieldsOf(bytesOf(envelope, 1))];
    const apiVersion = bytesOf(typeMeta, 1).toString('utf8');
    const kind = bytesOf(typeMeta, 2).toString('utf8');
    const type = Object.hasOwn(messageTypes, kind) ? messageTypes[kind] : undefined;
    return type === undefined
      ? undefined
      : { apiVersion, kind, ...decodeMessage(bytesOf(envelope, 2), type) };
  } catch (error) {
    if (error instanceof UnreadableMessage) {
      return undefined;
    }
    throw error;
  }
}

class UnreadableMessage extends Error {}

function bytesOf(fields: readonly RawField[], number: number): Buffer {
  return fields.find((field) => field.number === number)?.bytes ?? Buffer.alloc(0);
}

function decodeMessage(bytes: Buffer, type: MessageType): JsonRecord {
  const message: JsonRecord = {};
  for (const field of fieldsOf(bytes)) {
    const known = type[field.number];
    if (known !== undefined) {
      put(message, known[0], known[1], field);
    } else if (!isEmpty(field)) {
      throw new UnreadableMessage(`field ${field.number} is not known`);
    }
  }
  return message;
}

/** Go writes every field that is not a pointer, so empty values are noise and mean absent. */
function isEmpty({ wireType, value, bytes }: RawField): boolean {
  if (wireType === VARINT) {
    return value === 0;
  }
  return [...skipEmpty(bytes)].length === 0;
}

function* skipEmpty(bytes: Buffer): Generator<RawField> {
  for (const field of fieldsOf(bytes)) {
    if (!isEmpty(field)) {
      yield field;
    }
  }
}

function put(message: JsonRecord, name: string, type: FieldType, field: RawField): void {
  const append = (item: unknown): void => {
    const list = message[name];
    message[name] = Array.isArray(list) ? [...(list as unknown[]), item] : [item];
  };
  const text = (): string => field.bytes.toString('utf8');
  if (type === 'string') {
    if (field.bytes.length > 0) {
      message[name] = text();
    }
  } else if (type === 'strings') {
    append(text());
  } else if (type === 'integer' || type === 'pointer') {
    if (field.value !== 0 || type === 'pointer') {
      message[name] = field.value;
    }
  } else if (type === 'boolean') {
    message[name] = field.value !== 0;
  } else if (type === 'texts' || type === 'blobs') {
    const entry = [...fieldsOf(field.bytes)];
    const content = bytesOf(entry, 2).toString(type === 'texts' ? 'utf8' : 'base64');
    const map = message[name] as JsonRecord | undefined;
    message[name] = { ...map, [bytesOf(entry, 1).toString('utf8')]: content };
  } else if (type === 'intOrString') {
    putIntOrString(message, name, field);
  } else if ('many' in type) {
    append(decodeMessage(field.bytes, type.many));
  } else {
    const inner = decodeMessage(field.bytes, type.one);
    if (Object.keys(inner).length > 0) {
      message[name] = inner;
    }
  }
}

function putIntOrString(message: JsonRecord, name: string, field: RawField): void {
  const parts = [...fieldsOf(field.bytes)];
  const isText = parts.some(({ number, value }) => number === 1 && value === 1);
  const number = parts.find((part) => part.number === 2)?.value ?? 0;
  const text = bytesOf(parts, 3).toString('utf8');
  if (isText ? text !== '' : number !== 0) {
    message[name] = isText ? text : number;
  }
}

/** The fields of a message in the order they were written. */
function* fieldsOf(bytes: Buffer): Generator<RawField> {
  const reader = new Reader(bytes);
  while (!reader.atEnd) {
    const tag = reader.varint();
    const number = Math.floor(tag / 8);
    const wireType = tag % 8;
    const none = Buffer.alloc(0);
    if (wireType === VARINT) {
      yield { number, wireType, value: reader.varint(), bytes: none };
    } else if (wireType === BYTES) {
      yield { number, wireType, value: 0, bytes: reader.take(reader.varint()) };
    } else if (wireType === FIXED64 || wireType === FIXED32) {
      yield { number, wireType, value: 0, bytes: reader.take(wireType === FIXED64 ? 8 : 4) };
    } else {
      throw new UnreadableMessage(`wire type ${wireType} is not known`);
    }
  }
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  get atEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  varint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined) {
        throw new UnreadableMessage('the message ends inside a number');
      }
      this.at += 1;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) {
        return value;
      }
      factor *= 128;
    }
  }

  take(length: number): Buffer {
    if (this.at + length > this.bytes.length) {
      throw new UnreadableMessage('the message ends inside a field');
    }
    const taken = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }
}
