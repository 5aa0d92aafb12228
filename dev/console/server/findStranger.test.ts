import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { findStranger } from './findStranger';

const from = (headers: Readonly<Record<string, string>>): IncomingMessage => {
  const request = new IncomingMessage(new Socket());
  Object.assign(request.headers, headers);
  return request;
};

const HERE = 'localhost:9000';

test.each([
  ['a program', { host: HERE }],
  ['by address', { host: '127.0.0.1:9000' }],
  ['by the address of IPv6', { host: '[::1]:9000' }],
  ['the page itself', { host: HERE, origin: `http://${HERE}`, 'sec-fetch-site': 'same-origin' }],
  ['an address typed in', { host: HERE, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
  ['a link', { host: HERE, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
])('lets in %s', (_who, headers) => {
  expect(findStranger(from(headers), '127.0.0.1')).toBeUndefined();
});

test.each([
  ['a name that resolves here', { host: 'rebound.example:9000' }],
  [
    'a name that resolves here, as its own origin',
    { host: 'a.example', origin: 'http://a.example' },
  ],
  ['no host', {}],
  ['another origin', { host: HERE, origin: 'https://evil.example' }],
  ['another port of this machine', { host: HERE, origin: 'http://localhost:3000' }],
  ['a sandboxed frame', { host: HERE, origin: 'null' }],
  [
    'an image elsewhere',
    { host: HERE, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
  ],
  [
    'a script on another port',
    { host: HERE, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
  ],
])('keeps out %s', (_who, headers) => {
  expect(findStranger(from(headers), '127.0.0.1')).toMatch(/^This console /);
});

test('on all addresses any name may be meant, but no other origin', () => {
  const named = { host: 'lab.example:9000' };
  expect(findStranger(from(named), '0.0.0.0')).toBeUndefined();
  const other = { ...named, origin: 'http://evil.example' };
  expect(findStranger(from(other), '0.0.0.0')).toMatch(/evil/);
});
