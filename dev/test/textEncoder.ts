/** What every browser has, jsdom lacks, and the router asks for while it loads. Import it before the router. */
import { TextDecoder, TextEncoder } from 'node:util';

Object.assign(globalThis, { TextDecoder, TextEncoder });
