# Adds the plugin $PLUGIN to the console operator's list, or takes it out: $ACTION is enable or disable.
# A patch replaces the list as a whole. It carries the version that the list was read at, so that the API
# server refuses it when somebody has changed the list meanwhile; then the list is read again.
console=consoles.operator.openshift.io/cluster
format='{.metadata.resourceVersion}{"\n"}{range .spec.plugins[*]}{@}{"\n"}{end}'
for attempt in 1 2 3 4 5 6; do
  if state=$(oc get "$console" -o "jsonpath=$format"); then
    { read -r version; mapfile -t plugins; } <<< "$state"
    others=()
    for plugin in "${plugins[@]}"; do
      if [ "$plugin" != "$PLUGIN" ]; then others+=("\"$plugin\""); fi
    done
    count=$(( ${#plugins[@]} - ${#others[@]} ))
    if [ "$ACTION" = enable ]; then
      if [ "$count" -gt 0 ]; then echo "$PLUGIN is enabled already"; exit 0; fi
      others+=("\"$PLUGIN\"")
    elif [ "$count" -eq 0 ]; then
      echo "$PLUGIN is not enabled"; exit 0
    fi
    list=$(IFS=,; echo "${others[*]}")
    if oc patch "$console" --type=merge \
      -p "{\"metadata\":{\"resourceVersion\":\"$version\"},\"spec\":{\"plugins\":[$list]}}"; then exit 0; fi
  fi
  echo "Attempt $attempt to $ACTION $PLUGIN failed, see above"
  sleep "$attempt"
done
echo "Could not $ACTION $PLUGIN in spec.plugins of $console: do it by hand with 'oc edit $console'"
exit 1
