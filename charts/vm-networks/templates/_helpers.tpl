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

{{- define "vm-networks.hookName" -}}vm-networks-enable{{- end }}
