{{/* By hand; all other templates are written by deploy/helm/generate. */}}

{{- define "dangol.image" -}}
{{- if .Values.image.digest -}}
{{ .Values.image.repository }}@{{ .Values.image.digest }}
{{- else -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{/* (list root "order" "minReplicas"): what is said of the context, or of all. */}}
{{- define "dangol.of" -}}
{{- $root := index . 0 -}}
{{- toYaml (get (get $root.Values.contexts (index . 1) | default dict) (index . 2) | default (get $root.Values (index . 2))) -}}
{{- end -}}
