/** A token that react-core 6.4 asks for and react-tokens 6.2 lacks; all of 6.4's would be 99 MB more. */
export default {
  name: '--pf-v6-c-tabs--link-accent--start',
  var: 'var(--pf-v6-c-tabs--link-accent--start)',
};
