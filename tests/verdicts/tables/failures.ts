import { causes, withholdings, type Cause, type Withholding } from '../../../src/model/resource.js';
import { hub, row, type Row, type Tables } from './row.js';

const url = `${hub}/playbook/guide.html`;
const failed = (cause: Cause, detail: string): Row =>
  row(`${cause} ${detail}`, cause, { url, failed: { cause, detail } });
const failedFile = (rule: string, detail: string): Row =>
  row(`file ${detail}`, rule, { url: 'file:///site/guide.html', failed: { cause: 'file', detail } });
const withheld = (by: Withholding): Row =>
  row(`withheld: ${by}`, by === 'malformed' ? 'malformed-link' : by, {
    url,
    withheld: { by, detail: 'why' },
  });

const failures: readonly Row[] = [
  failed('dns', 'ENOTFOUND'),
  failed('dns', 'EAI_AGAIN'),
  failed('dns', 'ETIMEOUT'),
  failed('connection', 'ECONNREFUSED'),
  failed('connection', 'ECONNRESET'),
  failed('connection', 'UND_ERR_SOCKET'),
  failed('tls', 'CERT_HAS_EXPIRED'),
  failed('tls', 'ERR_TLS_CERT_ALTNAME_INVALID'),
  failed('tls', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
  failed('tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
  failed('tls', 'EPROTO'),
  failed('timeout', 'UND_ERR_HEADERS_TIMEOUT'),
  failed('timeout', 'UND_ERR_BODY_TIMEOUT'),
  failed('protocol', 'HPE_INVALID_CONSTANT'),
  failed('protocol', 'UND_ERR_HEADERS_OVERFLOW'),
  failed('proxy', 'ECONNREFUSED'),
  ...['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR'].map((detail) => failedFile('missing-file', detail)),
  ...['EACCES', 'EPERM', 'EIO', 'NOT_A_FILE'].map((detail) => failedFile('unread-file', detail)),
  ...withholdings.map(withheld),
  row('for want of a file to connect by', 'shortage', { url, withheld: { by: 'limit', detail: 'EMFILE' } }),
  row('for want of name servers', 'offline', { url, withheld: { by: 'limit', detail: 'NO_RESOLVER' } }),
  row('for want of a network', 'offline', { url, withheld: { by: 'limit', detail: 'NO_ROUTE' } }),
  row('for want of IPv6', 'ipv6-only', { url, withheld: { by: 'limit', detail: 'NO_IPV6' } }),
  row('a form', 'form', { url, withheld: { by: 'acting', detail: 'form' } }),
  row(
    'behind a redirect to what must not be requested, which is a sign-in',
    'sign-in',
    { url, status: 302, headers: { location: '/Account/Login/Index' }, body: '' },
    { url: `${hub}/Account/Login/Index`, withheld: { by: 'acting', detail: 'address' } },
  ),
  row(
    'a redirect to a host that is gone',
    'dns',
    { url, headers: { location: 'https://gone.example/' } },
    {
      url: 'https://gone.example/',
      failed: { cause: 'dns', detail: 'ENOTFOUND' },
    },
  ),
  row(
    'a redirect to what robots may not see',
    'robots',
    { url, headers: { location: '/private' } },
    {
      url: `${hub}/private`,
      withheld: { by: 'robots', detail: 'Disallow: /private' },
    },
  ),
  row('a page about time-outs', '', { url }),
  row('a slow page that came', '', { url, earlier: [] }),
];

const ids = [
  'form',
  'shortage',
  'offline',
  'ipv6-only',
  ...causes.filter((cause) => cause !== 'file'),
  ...withholdings.filter((by) => by !== 'malformed' && by !== 'throttled'),
];
export const failureTables: Tables = Object.fromEntries(ids.map((id) => [id, failures]));
