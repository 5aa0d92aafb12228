/**
 * The network part of VirtualMachine and VirtualMachineInstance: interfaces and networks pair one to
 * one by name, a binding fits its network, a network has one source. Rules and texts follow KubeVirt
 * (kubevirt pkg/network/admitter); other parts of a VM are taken as they come.
 */
import { ApiError } from '../http/ApiError';
import { arrayAt, isRecord, recordAt, stringAt, valueAt } from '../json';
import type { Admission } from './admission';

interface Cause {
  readonly reason: string;
  readonly message: string;
  readonly field: string;
}

const MODELS = new Set(['virtio', 'e1000', 'e1000e', 'igb', 'ne2k_pci', 'pcnet', 'rtl8139']);
const RUN_STRATEGIES = ['Always', 'Halted', 'Manual', 'RerunOnFailure', 'Once', 'WaitAsReceiver'];

export const virtualMachineAdmission: Admission = {
  setDefaults(object) {
    for (const nic of arrayAt(
      object,
      'spec',
      'template',
      'spec',
      'domain',
      'devices',
      'interfaces',
    )) {
      dropEmptyModel(nic);
    }
  },
  check({ object }) {
    const causes = [
      ...checkRunStrategy(recordAt(object, 'spec')),
      ...checkTemplate(object.spec),
      ...checkNetworking(valueAt(object, 'spec', 'template', 'spec'), 'spec.template.spec'),
    ];
    refuse('virtualmachine-validator.kubevirt.io', causes);
  },
};

export const virtualMachineInstanceAdmission: Admission = {
  check({ object }) {
    refuse('virtualmachineinstances-create-validator.kubevirt.io', [
      ...checkNetworking(object.spec, 'spec'),
    ]);
  },
};

function refuse(webhook: string, causes: readonly Cause[]): void {
  if (causes.length === 0) {
    return;
  }
  const text = causes.map((cause) => cause.message).join(', ');
  const message = `admission webhook "${webhook}" denied the request: ${text}`;
  throw new ApiError(422, 'Invalid', message, { causes });
}

function dropEmptyModel(nic: unknown): void {
  if (isRecord(nic) && nic.model === '') {
    delete nic.model;
  }
}

function checkRunStrategy(spec: Record<string, unknown>): Cause[] {
  const { running, runStrategy } = spec;
  if (running !== undefined && runStrategy !== undefined) {
    const message =
      'Running and RunStrategy are mutually exclusive. Note that Running is deprecated, please use RunStrategy instead';
    return [{ reason: 'FieldValueInvalid', message, field: 'spec.running' }];
  }
  if (running === undefined && runStrategy === undefined) {
    const message = 'One of Running or RunStrategy must be specified';
    return [{ reason: 'FieldValueInvalid', message, field: 'spec.running' }];
  }
  if (runStrategy !== undefined && !RUN_STRATEGIES.some((known) => known === runStrategy)) {
    const message = `Invalid RunStrategy (${typeof runStrategy === 'string' ? runStrategy : 'not a string'})`;
    return [{ reason: 'FieldValueInvalid', message, field: 'spec.runStrategy' }];
  }
  return [];
}

function checkTemplate(spec: unknown): Cause[] {
  if (isRecord(valueAt(spec, 'template'))) {
    return [];
  }
  const message = 'missing virtual machine template.';
  return [{ reason: 'FieldValueRequired', message, field: 'spec.template' }];
}

function checkNetworking(spec: unknown, path: string): Cause[] {
  const nics = arrayAt(spec, 'domain', 'devices', 'interfaces');
  const networks = arrayAt(spec, 'networks');
  const nicPath = `${path}.domain.devices.interfaces`;
  const networkPath = `${path}.networks`;
  const networkByName = new Map(networks.map((network) => [stringAt(network, 'name'), network]));
  const nicNames = new Set(nics.map((nic) => stringAt(nic, 'name')));

  return [
    ...checkPodNetworks(networks, path),
    ...networks.flatMap((network, index) => checkSource(network, `${networkPath}[${index}]`)),
    ...duplicates(networks, networkPath, networkNameTaken),
    ...duplicates(nics, nicPath, interfaceNameTaken),
    ...networks.flatMap((network, index) =>
      pairing(network, nicNames.has(stringAt(network, 'name')), {
        field: `${networkPath}[${index}].name`,
        reason: 'FieldValueRequired',
      }),
    ),
    ...nics.flatMap((nic, index) =>
      pairing(nic, networkByName.has(stringAt(nic, 'name')), {
        field: `${nicPath}[${index}].name`,
        reason: 'FieldValueInvalid',
      }),
    ),
    ...nics.flatMap((nic, index) =>
      checkInterface(nic, networkByName.get(stringAt(nic, 'name')), `${nicPath}[${index}]`),
    ),
  ];
}

function networkNameTaken(name: string): string {
  return `Network with name "${name}" already exists, every network must have a unique name`;
}

function interfaceNameTaken(): string {
  return 'Only one interface can be connected to one specific network';
}

function duplicates(
  items: readonly unknown[],
  path: string,
  text: (name: string) => string,
): Cause[] {
  const seen = new Set<string>();
  return items.flatMap((item, index) => {
    const name = stringAt(item, 'name');
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const field = `${path}[${index}].name`;
    return [{ reason: 'FieldValueDuplicate', message: text(name), field }];
  });
}

function pairing(item: unknown, found: boolean, where: Pick<Cause, 'field' | 'reason'>): Cause[] {
  return found
    ? []
    : [{ ...where, message: `${where.field} '${stringAt(item, 'name')}' not found.` }];
}

function checkPodNetworks(networks: readonly unknown[], path: string): Cause[] {
  const pods = networks.filter((network) => valueAt(network, 'pod') !== undefined);
  const defaults = networks.filter((network) => valueAt(network, 'multus', 'default') === true);
  const causes: Cause[] = [];
  if (pods.length > 1) {
    const message = `more than one interface is connected to a pod network in ${path}.interfaces`;
    causes.push({ reason: 'FieldValueDuplicate', message, field: `${path}.interfaces` });
  }
  if (defaults.length > 1) {
    const message = 'Multus CNI should only have one default network';
    causes.push({ reason: 'FieldValueInvalid', message, field: `${path}.networks` });
  }
  if (pods.length > 0 && defaults.length > 0) {
    const message = 'Pod network cannot be defined when Multus default network is defined';
    causes.push({ reason: 'FieldValueInvalid', message, field: `${path}.networks` });
  }
  return causes;
}

function checkSource(network: unknown, field: string): Cause[] {
  const reason = 'FieldValueRequired';
  const sources = ['pod', 'multus', 'resourceClaim'].filter(
    (source) => valueAt(network, source) !== undefined,
  );
  if (sources.length === 0) {
    return [{ reason, message: 'should have a network type', field }];
  }
  if (sources.length > 1) {
    return [{ reason, message: 'should have only one network type', field }];
  }
  return sources[0] === 'multus' && stringAt(network, 'multus', 'networkName') === ''
    ? [{ reason, message: 'CNI delegating plugin must have a networkName', field }]
    : [];
}

function checkInterface(nic: unknown, network: unknown, path: string): Cause[] {
  const causes: Cause[] = [];
  const refuseField = (field: string, message: string, reason = 'FieldValueInvalid'): void => {
    causes.push({ reason, message, field: `${path}.${field}` });
  };
  const has = (key: string): boolean => valueAt(nic, key) !== undefined;
  const name = stringAt(nic, 'name');
  const model = stringAt(nic, 'model');
  const mac = stringAt(nic, 'macAddress');
  if (!/^[A-Za-z0-9-_]+$/.test(name)) {
    refuseField(
      'name',
      'Network interface name can only contain alphabetical characters, numbers, dashes (-) or underscores (_)',
    );
  }
  if (model !== '' && !MODELS.has(model)) {
    const text = `interface ${path}.name uses model ${model} that is not supported.`;
    refuseField('model', text, 'FieldValueNotSupported');
  }
  if (mac !== '' && !/^([0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i.test(mac)) {
    refuseField('macAddress', `interface ${path}.name has malformed MAC address (${mac}).`);
  }
  if (has('masquerade') && network !== undefined && valueAt(network, 'pod') === undefined) {
    refuseField('name', 'Masquerade interface only implemented with pod network');
  }
  if (has('binding') && ['bridge', 'masquerade', 'sriov'].some(has)) {
    refuseField(
      'binding',
      `logical ${name} interface cannot have both binding plugin and interface binding method`,
    );
  }
  for (const gone of ['slirp', 'macvtap', 'passt']) {
    if (has(gone)) {
      refuseField(
        'name',
        `${gone[0]?.toUpperCase() ?? ''}${gone.slice(1)} network binding has been discontinued since v1.3`,
      );
    }
  }
  return causes;
}
