/**
 * How the programs of Tisserand start Node. On a machine with much memory V8 gives new objects room by the hundred megabytes before
 * it collects: 8 MB keeps an idle server at half its weight.
 */
export const NODE_FLAGS = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8']
