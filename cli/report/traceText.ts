/** The path of one VM NIC as text: a sentence that says what is proven, then hop by hop. */
import { formatText } from '../../src/cluster/text';
import type { Text } from '../../src/cluster/text';
import type { Finding } from '../../src/doctor/model';
import { compareVnic } from '../../src/network/intendedVsActual';
import type { VnicView } from '../../src/network/networkGraph';
import type { Hop, Trace } from '../../src/network/trace';
import type { SelectedTrace } from '../selectTrace';
import { findingText } from './findingText';
import { some, table, wrap } from './layout';

const because = (reason: Text | undefined): string =>
  reason === undefined ? '' : `: ${formatText(reason)}`;

const MEANING: Readonly<Record<Trace['verdict'], string>> = {
  ok: 'The path works as far as the cluster can prove it, from the VM NIC to the physical NIC.',
  unknown: 'Whether the path works is not known',
  broken: 'The path is broken',
};

const switchSentence = (trace: Trace): string => {
  if (trace.verdict === 'broken') return '';
  const { state, reason } = trace.switch;
  if (state === 'ok') return ' The switch port carries it.';
  const verb = state === 'broken' ? 'does not carry it' : 'is not known to carry it';
  return ` The switch port ${verb}${because(reason)}`;
};

/** Verdict and switch in one sentence: a path is not called proven whose VLAN is not. */
const verdictSentence = (trace: Trace): string => {
  if (trace.verdict === 'ok') return MEANING.ok + switchSentence(trace);
  const at = trace.broken === undefined ? '' : ` at ${trace.broken}`;
  const reason = because(trace.reason);
  return `${MEANING[trace.verdict]}${at}${reason === '' ? '.' : reason}${switchSentence(trace)}`;
};

const hopRows = (trace: Trace): readonly (readonly string[])[] => {
  const mtus = new Map(trace.mtuLadder.map((rung) => [rung.id, `MTU ${rung.mtu}`]));
  const vlans = new Map(
    trace.vlanUsage.map((use) => [use.id, use.vlans === '' ? 'untagged' : `VLAN ${use.vlans}`]),
  );
  const row = (hop: Hop): readonly string[] => [
    `${hop.parallel === true ? '| ' : ''}${hop.state}`,
    hop.id,
    // Of what is missing or not seen, a VLAN or MTU would be made up.
    (hop.state === 'ok' && vlans.get(hop.id)) || '',
    (hop.state === 'ok' && mtus.get(hop.id)) || '',
    hop.reason === undefined ? '' : formatText(hop.reason),
  ];
  return trace.hops.map(row);
};

const ELSEWHERE: readonly (readonly [Trace['verdict'], string])[] = [
  ['ok', 'It would work on'],
  ['broken', 'It would not work on'],
  ['unknown', 'It is not known to work on'],
];

const elsewhereLines = (trace: Trace): readonly string[] =>
  ELSEWHERE.flatMap(([verdict, words]) => {
    const nodes = trace.elsewhere
      .filter((item) => item.verdict === verdict)
      .map(({ node, broken }) => (broken === undefined ? node : `${node} (${broken})`));
    return nodes.length === 0 ? [] : [wrap(`${words} ${some(nodes, 8)}.`, '')];
  });

/** What the template asks for and the running instance does not have yet, or no longer should. */
const pendingLines = (vnic: VnicView): readonly string[] => {
  const compared = compareVnic(vnic);
  switch (compared?.agreement) {
    case 'missing':
      return ['The running instance does not have this NIC yet.'];
    case 'extra':
      return ['The template no longer has this NIC, the running instance still does.'];
    case 'different':
      return compared.fields
        .filter(({ agreement }) => agreement === 'different')
        .map(({ field, intended, actual }) =>
          wrap(
            `Not yet as the template asks: ${field} is ${actual ?? 'missing'}, wanted ${intended}.`,
            '',
          ),
        );
    default:
      return [];
  }
};

/** Takes the trace and all findings; of those it shows the ones about things on the path. */
export const traceText = (selected: SelectedTrace, findings: readonly Finding[]): string => {
  const { vnic, trace } = selected;
  const path = new Set(trace.hops.map((hop) => hop.id));
  path.add(`vm/${vnic.namespace}/${vnic.vmName}`);
  if (trace.broken !== undefined) path.add(trace.broken);
  const about = findings.filter((finding) => path.has(finding.subject));
  const on = trace.node === undefined ? '' : ` on node ${trace.node}`;
  return [
    `Path of ${vnic.key}${on}`,
    wrap(verdictSentence(trace), ''),
    '',
    table(hopRows(trace), '  '),
    '',
    ...pendingLines(vnic),
    ...elsewhereLines(trace),
    ...(about.length === 0 ? ['No findings on the path.'] : [findingText(about)]),
  ].join('\n');
};
