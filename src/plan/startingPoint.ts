/**
 * Where the form "Attach a VM to a VLAN" was opened from, as it stands in the URL, so that any
 * page can link to it and a link can be sent:
 *
 *     /vm-networks/attach?vm=ns1/web&vlan=1926             (`vm` may be repeated)
 *     /vm-networks/attach?bridge=br-vmdata                  by name, on whichever nodes have it
 *     /vm-networks/attach?nic=ens256&node=worker-0          the node is optional
 *     /vm-networks/attach?network=vlan-100                  an OVN network, or a CUDN by its name
 *     /vm-networks/attach?nad=ns1/vlan-100                  a NAD of any kind
 *     /vm-networks/attach?localnet=vmdata                   the bridge that it is mapped to
 *     /vm-networks/attach?project=ns1                       (may be repeated)
 *     /vm-networks/attach?finding=NAD-025&subject=nad/ns1/vlan-100   a finding and its subject
 *
 * `subject` is an entity id of the graph; it fills in what the other parameters leave open.
 */
import { ATTACH_PATH } from './attachPath';

export interface StartingPoint {
  /** `namespace/name`. */
  readonly vms?: readonly string[];
  /** As typed. */
  readonly vlan?: string;
  readonly bridge?: string;
  readonly nic?: string;
  readonly node?: string;
  readonly network?: string;
  /** `namespace/name`. */
  readonly nad?: string;
  /** Key of a bridge mapping: the bridge it leads to is meant. */
  readonly localnet?: string;
  readonly projects?: readonly string[];
  /** Rule id of the finding that led here; shown, so that the way back is clear. */
  readonly finding?: string;
  /** Entity id of what the finding is about. */
  readonly subject?: string;
}

const ofSubject = (subject: string): StartingPoint => {
  const [kind, first = '', second = ''] = subject.split('/');
  switch (kind) {
    case 'vm':
    case 'vmi':
    case 'vnic':
      return { vms: [`${first}/${second}`] };
    case 'bridge':
      return { node: first, bridge: second };
    case 'nic':
    case 'bond':
      return { node: first, nic: second };
    case 'mapping':
      return { localnet: second };
    case 'localnet':
      return { localnet: subject.slice(kind.length + 1) };
    case 'node':
      return { node: first };
    case 'network':
    case 'cudn':
      return { network: subject.slice(kind.length + 1) };
    case 'nad':
    case 'udn':
      return { nad: `${first}/${second}` };
    case 'namespace':
      return { projects: [first] };
    default:
      return {};
  }
};

const SINGLE = [
  'vlan',
  'bridge',
  'nic',
  'node',
  'network',
  'nad',
  'localnet',
  'finding',
  'subject',
] as const;

/** Reads the URL's parameters; whether what they name exists is for the form to say. */
export const startingPointOf = (params: URLSearchParams): StartingPoint => {
  const vms = params.getAll('vm').filter((vm) => vm !== '');
  const projects = params.getAll('project').filter((project) => project !== '');
  const single = Object.fromEntries(
    SINGLE.flatMap((key) => {
      const value = params.get(key) ?? '';
      return value === '' ? [] : [[key, value]];
    }),
  ) as Pick<StartingPoint, (typeof SINGLE)[number]>;
  return {
    ...ofSubject(params.get('subject') ?? ''),
    ...single,
    ...(vms.length === 0 ? {} : { vms }),
    ...(projects.length === 0 ? {} : { projects }),
  };
};

/** The form's address with these things filled in. */
export const attachLink = (start: StartingPoint): string => {
  const params = new URLSearchParams();
  for (const vm of start.vms ?? []) params.append('vm', vm);
  for (const project of start.projects ?? []) params.append('project', project);
  for (const key of SINGLE) {
    const value = start[key];
    if (value !== undefined) params.set(key, value);
  }
  const query = params.toString();
  return query === '' ? ATTACH_PATH : `${ATTACH_PATH}?${query}`;
};

/** The form for an entity of the graph, by its id; undefined where attaching makes no sense. */
export const attachLinkOf = (entityId: string): string | undefined => {
  const start = ofSubject(entityId);
  return Object.keys(start).length === 0 ? undefined : attachLink(start);
};

/** Findings that end when a VM is attached: something is there and waits for its first VM. */
const ENDED_BY_A_VM: ReadonlySet<string> = new Set(['NAD-025', 'CUDN-003', 'NODE-009']);

/**
 * The form for a finding: what it is about is filled in, and the form says where one came from.
 * Undefined for a finding that attaching a VM does not end.
 */
export const attachLinkOfFinding = (rule: string, subject: string): string | undefined =>
  ENDED_BY_A_VM.has(rule) ? attachLink({ finding: rule, subject }) : undefined;
