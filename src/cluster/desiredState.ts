/**
 * An nmstate document as a policy wants it or an enactment rendered it: a partial edit, never
 * the whole state of a node. Source: nmstate rust/src/lib/ovn.rs; domain reference A.1.3.
 */
import type { InterfaceRecord } from './interfaceRecord';

export interface DesiredMapping {
  readonly localnet: string;
  readonly bridge: string;
  readonly state: 'present' | 'absent';
}

export interface DesiredRoute {
  readonly destination: string;
  readonly nextHopInterface: string;
  readonly state: string;
}

export interface DesiredState {
  /** Empty or missing document: the policy does nothing. */
  readonly empty: boolean;
  readonly interfaces: readonly InterfaceRecord[];
  readonly mappings: readonly DesiredMapping[];
  readonly routes: readonly DesiredRoute[];
  /** Set when the document could not be read as nmstate; a sentence. */
  readonly problem?: string;
}
