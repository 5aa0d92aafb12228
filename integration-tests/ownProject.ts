/**
 * A project of a test's own on whatever cluster it runs: everything the test makes is in it and carries its
 * label, and all of it is gone afterwards, also what a test that failed has left behind.
 */
import { randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Cluster } from './cluster';
import { nads, vms } from './cluster';

const NAMESPACES = '/api/v1/namespaces';
const JOURNALS = '/api/v1/configmaps?labelSelector=vm-networks%2Fjournal%3Djob';
const LABELS = { 'app.kubernetes.io/part-of': 'vm-networks-e2e' };

/** Deleting a project takes a real cluster a while. */
const PATIENCE = { timeout: 120_000 };

export class OwnProject {
  private constructor(
    private readonly cluster: Cluster,
    readonly name: string,
  ) {}

  /** Makes one with a name that nobody else has. */
  static async make(cluster: Cluster): Promise<OwnProject> {
    const name = `vm-networks-e2e-${randomBytes(4).toString('hex')}`;
    await cluster.create(NAMESPACES, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: LABELS },
    });
    return new OwnProject(cluster, name);
  }

  /** A network of its own without a wire, so that no node has to be touched. */
  addOverlay(name: string): Promise<unknown> {
    const config = {
      cniVersion: '0.3.1',
      name: `${this.name}-${name}`,
      type: 'ovn-k8s-cni-overlay',
      topology: 'layer2',
      netAttachDefName: `${this.name}/${name}`,
    };
    return this.cluster.create(nads(this.name), {
      apiVersion: 'k8s.cni.cncf.io/v1',
      kind: 'NetworkAttachmentDefinition',
      metadata: { name, labels: LABELS },
      spec: { config: JSON.stringify(config) },
    });
  }

  /** A VM that is not started, so that it takes nothing of the cluster; attached to the NADs by name. */
  addVm(name: string, attachedTo: readonly string[]): Promise<unknown> {
    const extra = attachedTo.map((nad, index) => ({ nad, nic: `net${index + 1}` }));
    const interfaces = [
      { name: 'default', masquerade: {} },
      ...extra.map(({ nic }) => ({ name: nic, bridge: {} })),
    ];
    const networks = [
      { name: 'default', pod: {} },
      ...extra.map(({ nad, nic }) => ({ name: nic, multus: { networkName: nad } })),
    ];
    return this.cluster.create(vms(this.name), {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name, labels: LABELS },
      spec: {
        runStrategy: 'Halted',
        template: {
          spec: { domain: { devices: { interfaces }, memory: { guest: '1Gi' } }, networks },
        },
      },
    });
  }

  /** Removes it with all that is in it, and the journals of its jobs wherever they are kept. */
  async remove(): Promise<void> {
    for (const journal of await this.journals()) {
      await this.cluster.delete(
        `/api/v1/namespaces/${journal.namespace}/configmaps/${journal.name}`,
      );
    }
    await this.cluster.delete(`${NAMESPACES}/${this.name}`);
    await expect
      .poll(() => this.cluster.find(`${NAMESPACES}/${this.name}`), PATIENCE)
      .toBeUndefined();
  }

  /** The journals of jobs that have to do with this project. */
  async journals(): Promise<readonly { readonly namespace: string; readonly name: string }[]> {
    const found = await this.cluster.list(JOURNALS);
    return found
      .filter((journal) => JSON.stringify(journal).includes(this.name))
      .map(({ metadata }) => ({ namespace: metadata.namespace ?? '', name: metadata.name }));
  }
}
