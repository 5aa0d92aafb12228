/** What a stylesheet is in a unit test: nothing. Jest maps `*.css` and `*.scss` here. */
export default {};
