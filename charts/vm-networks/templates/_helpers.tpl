{{/* The plugin's name: fixed, the built files refer to /api/plugins/vm-networks/. */}}
{{- define "vm-networks.name" -}}vm-networks{{- end }}

{{- define "vm-networks.selectorLabels" -}}
app.kubernetes.io/name: {{ include "vm-networks.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: plugin
{{- end }}

{{- define "vm-networks.labels" -}}
app.kubernetes.io/name: {{ include "vm-networks.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: {{ include "vm-networks.name" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/* What the restricted pod security standard asks of every container. */}}
{{- define "vm-networks.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{- define "vm-networks.podSecurity" -}}
runAsNonRoot: true
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* Where pods may run, and with which credentials their image is fetched. */}}
{{- define "vm-networks.placement" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "vm-networks.hookName" -}}vm-networks-enable{{- end }}

{{/*
The image of the hook. The image stream openshift/cli stands for the oc of the cluster's own release, by
digest: every node can fetch it, with the cluster's pull secret and through its mirrors, also where the
internal registry is removed. Without a cluster to ask (helm template) it is the internal registry's name.
*/}}
{{- define "vm-networks.cliImage" -}}
{{- $image := .Values.enablePlugin.image }}
{{- if and (not $image) (.Capabilities.APIVersions.Has "image.openshift.io/v1") }}
{{- range dig "status" "tags" (list) (lookup "image.openshift.io/v1" "ImageStream" "openshift" "cli") }}
{{- if and (eq .tag "latest") .items }}
{{- $image = (first .items).dockerImageReference }}
{{- end }}
{{- end }}
{{- end }}
{{- $image | default "image-registry.openshift-image-registry.svc:5000/openshift/cli:latest" }}
{{- end }}
