/** The console's document title ("VM Networks · OKD"). Exported by the SDK since 4.19. */
export { DocumentTitle } from '@openshift-console/dynamic-plugin-sdk';
