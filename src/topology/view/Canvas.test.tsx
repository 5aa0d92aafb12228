/** @jest-environment jsdom */
/** What the drawing tells those who hear it, and that keys do what the mouse does. */
import type * as PlainTranslation from '../../../dev/test/plainTranslation';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { NOW, snapshot, withObjects } from '../../../dev/test/makeCluster';
import { healthyCluster, workerState } from '../../../dev/test/makeClusterHealthy';
import { vm } from '../../../dev/test/makeClusterVms';
import { runDoctor } from '../../doctor/runDoctor';
import { buildGraph } from '../../network/buildGraph';
import { layoutPicture } from '../layout/layoutPicture';
import { buildPicture } from '../model/buildPicture';
import { DEFAULT_OPTIONS } from '../model/pictureOptions';
import { Canvas } from './Canvas';

jest.mock('../../console/translation', () =>
  jest.requireActual<typeof PlainTranslation>('../../../dev/test/plainTranslation'),
);

/** jsdom lays nothing out, so nothing is ever resized. */
class NoResize {
  observe(): void {}
  disconnect(): void {}
}

beforeAll(() => {
  Object.assign(window, { ResizeObserver: NoResize });
});

const draw = (objects: readonly unknown[], selection = '') => {
  const calls = { onSelect: jest.fn(), onOpen: jest.fn(), onClose: jest.fn() };
  const canvasOf = (cluster: readonly unknown[]) => {
    const graph = buildGraph(snapshot(cluster));
    const picture = buildPicture(graph, runDoctor({ graph, now: NOW }), DEFAULT_OPTIONS);
    const layout = layoutPicture(picture);
    const given = { graph, picture, layout, selection, ...calls };
    return { picture, canvas: <Canvas {...given} subject="" wheel="pan" /> };
  };
  const { picture, canvas } = canvasOf(objects);
  const { rerender } = render(canvas);
  return {
    ...calls,
    picture,
    change: (next: readonly unknown[]) => rerender(canvasOf(next).canvas),
  };
};

const labels = () =>
  [...document.querySelectorAll('.vm-networks-element')].map(
    (element) => element.getAttribute('aria-label') ?? '',
  );

test('every element says its kind, its name and its state', () => {
  const { picture } = draw(healthyCluster());
  expect(labels()).toHaveLength(picture.elements.size);
  for (const label of labels()) {
    expect(label).toMatch(/^[A-Z][\w ]+ \S.*: (OK|Warning|Broken|Unknown)\. /);
  }
  expect(labels()).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Bridge br-vmdata .*: OK\. OVS bridge/),
      expect.stringMatching(/^VM NIC net1 ns1: OK\. 10\.100\.0\.5/),
    ]),
  );
});

test('no two elements sound the same', () => {
  draw(healthyCluster());
  expect(new Set(labels()).size).toBe(labels().length);
});

test('what is broken is said with its reason, not only drawn', () => {
  draw(withObjects(healthyCluster(), workerState('worker-0', { mappings: {} })));
  const broken = labels().filter((label) => label.includes(': Broken. '));
  expect(broken).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Bridge mapping vmdata worker-0: .*worker-0 has no such mapping/),
      // The fault of the NAD is not in the graph but found by a rule.
      expect.stringMatching(/^NAD vlan-100 ns1: Broken\. localnet [A-Z].*worker-0/),
    ]),
  );
});

test('Tab reaches one element, arrows go from there along the path, Enter chooses, Escape leaves', () => {
  const { onSelect } = draw(healthyCluster());
  const stops = document.querySelectorAll('.vm-networks-element[tabindex="0"]');
  expect(stops).toHaveLength(1);
  const bridge = screen.getByRole('button', { name: /^Bridge br-vmdata/ });
  act(() => bridge.focus());
  fireEvent.keyDown(bridge, { key: 'ArrowRight' });
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Bridge mapping vmdata/);
  fireEvent.keyDown(bridge, { key: 'Enter' });
  expect(onSelect).toHaveBeenLastCalledWith(expect.stringContaining('br-vmdata'));
  fireEvent.keyDown(bridge, { key: 'Escape' });
  expect(onSelect).toHaveBeenLastCalledWith('');
});

test('new data does not take back the zoom that the user has given the view of a choice', () => {
  const { change } = draw(healthyCluster(), 'vnic/ns1/web/net1');
  const zoom = () => document.querySelector('svg > g')?.getAttribute('transform')?.split(' ')[1];
  fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
  const chosen = zoom();
  change(withObjects(healthyCluster(), vm('zz/more', { pod: true })));
  expect(document.querySelector('[data-id^="vnic/zz/more"]')).not.toBeNull();
  expect(zoom()).toBe(chosen);
});
