/**
 * The verdict of a trace in one sentence: what the cluster proves up to the physical NIC, and what
 * the switch says beyond it. A VLAN is called proven only where every switch port advertises it.
 */
import { text } from '../../cluster/text';
import type { Text } from '../../cluster/text';
import type { State } from '../../network/model';
import type { NetworkGraph } from '../../network/networkGraph';
import type { Trace, VlanUse } from '../../network/trace';
import { kindOf, shortName } from './entityNames';

/** "101, 500-510" as numbers. */
const vlanNumbers = (vlans: string): readonly number[] =>
  vlans.split(', ').flatMap((part) => {
    const [min = NaN, max = min] = part.split('-').map(Number);
    return Array.from({ length: max - min + 1 || 0 }, (_, index) => min + index);
  });

const isAdvertised = ({ vlans, allowed = '' }: VlanUse): boolean => {
  const advertised = new Set(allowed.split(', ').map(Number));
  return vlanNumbers(vlans).every((vlan) => advertised.has(vlan));
};

/** The VLANs that all switch ports of the path advertise; '' when that cannot be said. */
const provenVlans = ({ vlanUsage }: Trace): string => {
  const ports = vlanUsage.filter(({ id }) => kindOf(id) === 'switchPort');
  const [first] = ports;
  return first !== undefined && ports.every(isAdvertised) ? first.vlans : '';
};

const okSentence = (trace: Trace): Text => {
  switch (trace.switch.state) {
    case 'ok': {
      const vlans = provenVlans(trace);
      return vlans === ''
        ? text(
            'The cluster carries the path to the physical NIC, and a switch answers there; that proves the link, not a VLAN.',
          )
        : text(
            'The path works: the cluster carries it to the physical NIC, and the switch advertises VLAN {{vlans}} there.',
            { vlans },
          );
    }
    case 'unknown':
      return text(
        'The cluster carries the path to the physical NIC; whether the switch carries it on is not proven.',
      );
    case 'broken':
      return text(
        'The cluster carries the path to the physical NIC, but the switch does not carry it on.',
      );
  }
};

const BROKEN: Readonly<Record<State, (name: string) => Text>> = {
  ok: (name) =>
    text('The path is broken in the cluster at {{name}}; the switch beyond is not the cause.', {
      name,
    }),
  unknown: (name) =>
    text('The path is broken in the cluster at {{name}}, and nothing is proven of the switch.', {
      name,
    }),
  broken: (name) =>
    text(
      'The path is broken in the cluster at {{name}}, and the switch would not carry it either.',
      { name },
    ),
};

const UNKNOWN: Readonly<Record<State, Text>> = {
  ok: text(
    'Whether the cluster carries the path is not known, although the switch beyond is in order.',
  ),
  unknown: text('Neither the path in the cluster nor the switch beyond it is proven.'),
  broken: text(
    'Whether the cluster carries the path is not known, and the switch does not carry it on.',
  ),
};

/** One sentence about both sides. */
export const verdictSentence = (graph: NetworkGraph, trace: Trace): Text => {
  switch (trace.verdict) {
    case 'ok':
      return okSentence(trace);
    case 'unknown':
      return UNKNOWN[trace.switch.state];
    case 'broken': {
      const id = trace.broken ?? trace.hops.find(({ state }) => state === 'broken')?.id ?? '';
      return BROKEN[trace.switch.state](shortName(graph, id));
    }
  }
};
