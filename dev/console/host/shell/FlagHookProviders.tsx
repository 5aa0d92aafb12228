/** Runs the hooks with which plugins compute flags (`console.flag/hookProvider`), one component each. */
import { useCallback } from 'react';
import { isFeatureFlagHookProvider } from '@openshift-console/dynamic-plugin-sdk';
import type { SetFeatureFlag } from '@openshift-console/dynamic-plugin-sdk';
import { useDispatch } from 'react-redux';
import { useResolvedExtensions } from '../provided/useResolvedExtensions';
import { setFlag } from '../store/createHostStore';

type FlagHook = (setFeatureFlag: SetFeatureFlag) => void;

function FlagHookProvider({ useFlagHook }: { readonly useFlagHook: FlagHook }) {
  const dispatch = useDispatch();
  const setFeatureFlag = useCallback<SetFeatureFlag>(
    (flag, enabled) => {
      dispatch(setFlag(flag, enabled));
    },
    [dispatch],
  );
  useFlagHook(setFeatureFlag);
  return null;
}

export function FlagHookProviders() {
  const [extensions] = useResolvedExtensions(isFeatureFlagHookProvider);
  return (
    <>
      {extensions.map(({ uid, properties }) => (
        <FlagHookProvider key={uid} useFlagHook={properties.handler as FlagHook} />
      ))}
    </>
  );
}
