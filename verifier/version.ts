/** The version that the verifier prints; the package's own. */
export const VERIFIER_VERSION = '0.1.0';
