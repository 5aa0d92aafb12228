/**
 * SHA-256 of a UTF-8 string as hex digits. KubeVirt names a secondary NIC's pod interface by it
 * (`pod` and 11 digits of the network name's hash, kubevirt pkg/network/namescheme). Written out
 * here because the scenario generator also runs where neither node:crypto nor a synchronous
 * crypto.subtle exists. Algorithm: FIPS 180-4.
 */

const primes = firstPrimes(64);
const fraction = (value: number) => ((value - Math.floor(value)) * 0x1_0000_0000) >>> 0;
const ROUND = primes.map((prime) => fraction(Math.cbrt(prime)));
const START = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

export function sha256Hex(text: string): string {
  const bytes = pad(new TextEncoder().encode(text));
  const view = new DataView(bytes.buffer);
  let state = START;
  for (let offset = 0; offset < bytes.length; offset += 64) state = compress(state, view, offset);
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function pad(message: Uint8Array): Uint8Array {
  const length = Math.ceil((message.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  new DataView(padded.buffer).setUint32(length - 4, message.length * 8);
  return padded;
}

function schedule(view: DataView, offset: number): number[] {
  const words: number[] = [];
  const at = (index: number) => words[index] ?? 0;
  for (let index = 0; index < 64; index += 1) {
    if (index < 16) {
      words.push(view.getUint32(offset + index * 4));
      continue;
    }
    const early = at(index - 15);
    const late = at(index - 2);
    const small = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const large = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words.push((at(index - 16) + small + at(index - 7) + large) | 0);
  }
  return words;
}

function compress(state: readonly number[], view: DataView, offset: number): number[] {
  const words = schedule(view, offset);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const choice = (e & f) ^ (~e & g);
    const mixedE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + mixedE + choice + (ROUND[round] ?? 0) + (words[round] ?? 0)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const mixedA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + mixedA + majority) | 0];
  }
  const worked = [a, b, c, d, e, f, g, h];
  return state.map((word, index) => (word + (worked[index] ?? 0)) | 0);
}
