/** @jest-environment jsdom */
import fc from 'fast-check';
import { nns, snapshot } from '../../../dev/test/makeCluster';
import { ovnNad } from '../../../dev/test/makeClusterPolicies';
import { vmi } from '../../../dev/test/makeClusterVms';
import { formatText } from '../../cluster/text';
import { buildGraph } from '../../network/buildGraph';
import { ovnView } from '../../network/ovnView';
import { layoutPicture } from '../layout/layoutPicture';
import type { Picture } from '../model/picture';
import { ovnDrawing } from '../ovn/ovnDrawing';
import { healthyWith, pictureOf } from '../testing/pictureOf';
import { mermaidPicture } from './mermaidPicture';
import { svgOvn } from './svgOvn';
import { svgPicture } from './svgPicture';
import type { Palette } from './svgSheet';

const palette: Palette = {
  background: 'white',
  box: 'white',
  border: 'gray',
  words: 'black',
  subtle: 'dimgray',
  line: 'gray',
  broken: 'red',
  warning: 'orange',
  accents: ['blue'],
};

/** A switch calls itself this, and its port, too: both names come from the wire. */
const named = (name: string): Picture =>
  pictureOf(
    healthyWith(
      nns('worker-0', { nics: [{ name: 'ens224', lldp: { system: name, port: name } }] }),
    ),
    { showsUnused: true },
  );

const svgOf = (picture: Picture, title = 'VM Networks'): string =>
  svgPicture(picture, layoutPicture(picture), palette, title, formatText);

const parse = (svg: string): Document => new DOMParser().parseFromString(svg, 'image/svg+xml');

const EVIL = [
  '</text><script>alert(1)</script>',
  '"><image href="http://x" onload="x()"/>',
  '<!--',
  ']]>',
  '&lt;&#x0;',
  "' onclick='x",
  '<?xml?>',
  '\u0000\u0008\ud800',
];

/** A document of shapes and words, in which nothing acts or leads elsewhere. */
const expectHarmless = (document: Document): void => {
  expect(document.querySelector('parsererror')).toBeNull();
  const tags = new Set([...document.querySelectorAll('*')].map(({ tagName }) => tagName));
  expect([...tags].sort()).toEqual(['path', 'rect', 'svg', 'text', 'title']);
  const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
    element.getAttributeNames(),
  );
  expect(attributes.filter((attribute) => /^on|href|style|src/.test(attribute))).toEqual([]);
};

test.each(EVIL)('a switch called %j stays a name in the SVG', (name) => {
  expectHarmless(parse(svgOf(named(name), name)));
});

/** What OVN holds on a node where a NAD's config calls its network so. */
const ovnSvg = (network: string): string => {
  const nad = ovnNad('ns1/odd', {
    config: { name: network, physicalNetworkName: 'vmdata', vlanID: 300 },
  });
  const view = ovnView(buildGraph(snapshot(healthyWith(nad))), 'worker-0');
  return svgOvn(ovnDrawing(view), palette, network, formatText);
};

test.each(EVIL)('a network called %j stays a name in the SVG of the OVN view', (name) => {
  expectHarmless(parse(ovnSvg(name)));
});

test('the SVG of the OVN view shows its switches, routers and lines', () => {
  const document = parse(ovnSvg('blue'));
  const words = [...document.querySelectorAll('text')].map((node) => node.textContent);
  expect(words).toEqual(
    expect.arrayContaining(['Gateway router', 'Node switch', 'br-vmdata', 'VLAN 300']),
  );
  expect(document.querySelectorAll('path').length).toBeGreaterThan(8);
});

test('the SVG shows what the picture shows', () => {
  const picture = named('tor-9');
  const words = [...parse(svgOf(picture)).querySelectorAll('text')].map((node) => node.textContent);
  expect(words).toEqual(expect.arrayContaining(['tor-9', 'ens224', 'vlan-100']));
  const paths = parse(svgOf(picture)).querySelectorAll('path');
  expect(paths).toHaveLength(picture.edges.length);
});

test('a row of the SVG tells the address that the guest reports, within its box', () => {
  const picture = pictureOf(
    healthyWith(vmi('ns1/web', { nics: [{ name: 'net1', nad: 'vlan-100', ips: ['10.9.8.7'] }] })),
  );
  const texts = [...parse(svgOf(picture)).querySelectorAll('text')];
  const address = texts.find((node) => node.textContent === '10.9.8.7');
  const box = layoutPicture(picture).boxes.get('vnic/ns1/web/net1');
  expect(address?.getAttribute('text-anchor')).toBe('end');
  const end = Number(address?.getAttribute('x'));
  expect(end).toBeGreaterThan((box?.x ?? Infinity) + (box?.width ?? 0) / 2);
  expect(end).toBeLessThan((box?.x ?? 0) + (box?.width ?? 0));
});

/** Everything of a diagram but labels, numbers of shapes, and the order that follows from names. */
const syntaxOf = (mermaid: string): readonly string[] =>
  mermaid
    .replace(/"[^"]*"/g, '""')
    .replace(/\b([sb])\d+/g, '$1')
    .split('\n')
    .sort();

test.each(EVIL)('a switch called %j stays a label in the Mermaid diagram', (name) => {
  const plain = mermaidPicture(named('tor'), formatText);
  const evil = mermaidPicture(named(name), formatText);
  expect(syntaxOf(evil)).toEqual(syntaxOf(plain));
  expect(evil).not.toContain('<script');
});

test('no name at all changes the syntax of the diagram', () => {
  const plain = syntaxOf(mermaidPicture(named('tor'), formatText));
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 12 }), (name) => {
      expect(syntaxOf(mermaidPicture(named(`x${name}`), formatText))).toEqual(plain);
    }),
    { numRuns: 25 },
  );
});
