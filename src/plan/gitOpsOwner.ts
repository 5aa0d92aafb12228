/**
 * Which GitOps tool keeps an object, by the marks that the tools leave: Argo CD's tracking id or
 * instance label, Flux's kustomize and helm labels. `app.kubernetes.io/instance` alone is Argo
 * CD's default mark, but charts write it too, so it is a hint and no proof.
 * Sources: Argo CD docs "Resource Tracking", Flux docs "Kustomization" and "HelmRelease".
 */
import type { Meta } from '../cluster/meta';

export interface GitOpsOwner {
  readonly tool: string;
  /** The application, Kustomization or HelmRelease, as far as its mark names it. */
  readonly application: string;
  readonly isCertain: boolean;
}

export const gitOpsOwner = ({
  labels,
  annotations,
}: Pick<Meta, 'labels' | 'annotations'>): GitOpsOwner | undefined => {
  const trackingId = annotations['argocd.argoproj.io/tracking-id'];
  if (trackingId !== undefined) {
    return argo(trackingId.split(':', 1)[0] ?? trackingId, true);
  }
  const instance = labels['argocd.argoproj.io/instance'];
  if (instance !== undefined) return argo(instance, true);
  const kustomization = labels['kustomize.toolkit.fluxcd.io/name'];
  if (kustomization !== undefined) {
    return flux(labels['kustomize.toolkit.fluxcd.io/namespace'], kustomization);
  }
  const release = labels['helm.toolkit.fluxcd.io/name'];
  if (release !== undefined) return flux(labels['helm.toolkit.fluxcd.io/namespace'], release);
  const chart = labels['app.kubernetes.io/instance'];
  return chart === undefined ? undefined : argo(chart, false);
};

const argo = (application: string, isCertain: boolean): GitOpsOwner => ({
  tool: isCertain ? 'Argo CD' : 'Argo CD or Helm',
  application,
  isCertain,
});

const flux = (namespace: string | undefined, name: string): GitOpsOwner => ({
  tool: 'Flux',
  application: namespace === undefined ? name : `${namespace}/${name}`,
  isCertain: true,
});
