/**
 * What the enactment carries as `status.desiredState`: captures resolved, and every Linux bridge
 * port without a `vlan` key given the default trunk 2..4094 (an empty `vlan: {}` opts out).
 * Source: kubernetes-nmstate pkg/bridge/bridge.go, controllers/handler.
 */
import type { CurrentState, DesiredInterface, DesiredState, Policy } from '../nmstateTypes';
import type { CapturedStates } from './resolveCapture';
import { fillReferences, resolveCaptures } from './resolveCapture';

export type Rendered =
  | { ok: true; desiredState: DesiredState; capturedStates: CapturedStates }
  | { ok: false; error: string };

const DEFAULT_FILTERING = {
  mode: 'trunk',
  'trunk-tags': [{ 'id-range': { min: 2, max: 4094 } }],
};

export function renderDesiredState(policy: Policy, current: CurrentState): Rendered {
  const wish = policy.spec?.desiredState ?? {};
  try {
    const capturedStates = resolveCaptures(policy.spec?.capture ?? {}, current);
    const filled = fillReferences(wish, capturedStates);
    if (!Array.isArray(filled.interfaces))
      return { ok: true, desiredState: filled, capturedStates };
    const interfaces = filled.interfaces.map(withDefaultFiltering);
    return { ok: true, desiredState: { ...filled, interfaces }, capturedStates };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, error: `failure generating desiredState and capturedStates: ${reason}` };
  }
}

function withDefaultFiltering(entry: DesiredInterface): DesiredInterface {
  const port = entry.bridge?.port;
  if (entry.type !== 'linux-bridge' || !port || !Array.isArray(port)) return entry;
  const filtered = port.map((item) =>
    'vlan' in item ? item : { ...item, vlan: structuredClone(DEFAULT_FILTERING) },
  );
  return { ...entry, bridge: { ...entry.bridge, port: filtered } };
}
