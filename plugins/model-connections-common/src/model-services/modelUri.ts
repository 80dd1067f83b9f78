import { isDns1123Subdomain } from '../names/dns1123';
import { hf } from '../protocols/hf';
import { objectPathProblem } from '../protocols/objectPathProblem';
import { oci } from '../protocols/oci';

const PVC = 'pvc://';
const AZURE_HOST = /\.blob\.core\.windows\.net$/;

/** Splits `a/b/c` into `a` and `b/c`. */
function splitFirst(text: string): [string, string] {
  const slash = text.indexOf('/');
  return slash < 0 ? [text, ''] : [text.slice(0, slash), text.slice(slash + 1)];
}

function bucketProblem(rest: string): string | undefined {
  const [bucket, path] = splitFirst(rest);
  return /^[^\s?#]+$/.test(bucket)
    ? objectPathProblem(path)
    : 'Must name a bucket after the scheme.';
}

function imageProblem(rest: string): string | undefined {
  const [host, path] = splitFirst(rest);
  return /^[^\s?#@]+$/.test(host)
    ? oci.pathProblem(path)
    : 'Must name a registry after the scheme.';
}

function httpProblem(uri: string): string | undefined {
  if (!URL.canParse(uri)) {
    return 'Must be a complete address, such as https://example.com/model.onnx.';
  }
  const { username, password, hostname, pathname, hash } = new URL(uri);
  if (username || password) {
    return 'Must not carry a user name or password: an address is shown.';
  }
  if (hash) {
    return 'Must not hold "#".';
  }
  // The text itself is looked at, because URL resolves ".." away.
  const [, path] = splitFirst(uri.replace(/^https?:\/\//, '').split('?')[0]);
  const problem = objectPathProblem(path);
  if (problem) {
    return path === '' ? 'Must name a file.' : problem;
  }
  if (AZURE_HOST.test(hostname)) {
    return pathname.split('/').filter(Boolean).length > 1
      ? undefined
      : 'Must name a path in a container.';
  }
  return path.endsWith('/') ? 'Must name a file.' : undefined;
}

function pvcUriProblem(rest: string): string | undefined {
  const [claim, path] = splitFirst(rest);
  return persistentVolumeClaimProblem(claim, path);
}

/** KServe takes more, and not all of it works: these are the ones that a service can be deployed from. */
const SCHEMES: Readonly<Record<string, (rest: string) => string | undefined>> =
  {
    's3://': bucketProblem,
    'gs://': bucketProblem,
    'hf://': hf.pathProblem,
    'oci://': imageProblem,
    'https://': rest => httpProblem(`https://${rest}`),
    'http://': rest => httpProblem(`http://${rest}`),
    [PVC]: pvcUriProblem,
  };

/**
 * What is wrong with a model's location, in words; `undefined` when nothing is. KServe's own check lets `hf://` with one
 * part, `pvc://` without a claim and unknown schemes pass (seen on KServe 0.20).
 *
 * @public
 */
export function modelUriProblem(uri: string): string | undefined {
  const scheme = /^[a-z0-9+.-]+:\/\//.exec(uri)?.[0] ?? '';
  const check = Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined;
  return check
    ? check(uri.slice(scheme.length))
    : `Must start with ${Object.keys(SCHEMES).join(', ')}.`;
}

/**
 * What is wrong with a volume claim's name or the path in it, in words; `undefined` when nothing is.
 *
 * @public
 */
export function persistentVolumeClaimProblem(
  claim: string,
  path: string = '',
): string | undefined {
  if (!isDns1123Subdomain(claim)) {
    return 'Must name a volume claim.';
  }
  return path === '' ? undefined : objectPathProblem(path);
}

/**
 * The location in a volume claim, as KServe gets it.
 *
 * @public
 */
export function persistentVolumeClaimUri(claim: string, path?: string): string {
  return path ? `${PVC}${claim}/${path}` : `${PVC}${claim}`;
}

/**
 * The claim and the path of a location in a volume claim; `undefined` for another one.
 *
 * @public
 */
export function parsePersistentVolumeClaimUri(
  uri: string,
): { claim: string; path?: string } | undefined {
  if (!uri.startsWith(PVC)) {
    return undefined;
  }
  const [claim, path] = splitFirst(uri.slice(PVC.length));
  return path === '' ? { claim } : { claim, path };
}

/** How many parts after the scheme are not the path, where the connection's own base is not known. */
function fixedParts(uri: string): number {
  if (uri.startsWith('hf://')) return 0;
  return /^https:\/\/[^/]+\.blob\.core\.windows\.net\//.test(uri) ? 2 : 1;
}

/**
 * The path of a model beneath what its connection names, which stays when the connection moves to another bucket or host;
 * `undefined` where the location has none.
 *
 * @param uri - the location as it is
 * @param base - what the connection names now, such as `s3://models`; only the number of its parts counts where it is not
 *   the beginning of the location
 * @public
 */
export function modelPathOf(uri: string, base?: string): string | undefined {
  const prefix = base && (base.endsWith('/') ? base : `${base}/`);
  if (prefix && uri.startsWith(prefix)) {
    return uri.slice(prefix.length) || undefined;
  }
  const [scheme, rest] = uri.split(/(?<=^[a-z0-9+.-]+:\/\/)/);
  if (rest === undefined) {
    return undefined;
  }
  const sameKind = base?.startsWith(scheme);
  const count = sameKind
    ? base!.slice(scheme.length).split('/').filter(Boolean).length
    : fixedParts(uri);
  return rest.split('/').slice(count).join('/') || undefined;
}
