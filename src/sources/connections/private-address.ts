import ipaddr from 'ipaddr.js';

/** Azure's host agent answers on a public address that is reachable only from inside a virtual machine. */
const azureHostAgent = '168.63.129.16';

/** Whether an IP address is not one of the public internet; text that is not an address is not private. */
export function isPrivateAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  const { range, text } = parsed instanceof ipaddr.IPv6 ? describeIPv6(parsed) : describeIPv4(parsed);
  return range !== 'unicast' || text === azureHostAgent;
}

/** Whether the host of a URL is private by its literal address or is `localhost` (RFC 6761); other names need resolving. */
export function isPrivateHost(hostname: string): boolean {
  return isPrivateAddress(bare(hostname)) || isLocalName(hostname);
}

/** Whether a host or address is this machine. */
export function isLoopback(hostname: string): boolean {
  const address = bare(hostname);
  if (isLocalName(hostname)) return true;
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

interface Described {
  readonly range: string;
  readonly text: string;
}

function describeIPv4(address: ipaddr.IPv4): Described {
  return { range: address.range(), text: address.toString() };
}

/** Some IPv6 addresses stand for an IPv4 address: mapped ones, NAT64 (RFC 6052), 6to4 (RFC 3056). */
function describeIPv6(address: ipaddr.IPv6): Described {
  const range = address.range();
  const bytes = address.toByteArray();
  if (range === 'ipv4Mapped' || range === 'rfc6145' || range === 'rfc6052') {
    return describeIPv4(new ipaddr.IPv4(bytes.slice(12)));
  }
  if (range === '6to4') return describeIPv4(new ipaddr.IPv4(bytes.slice(2, 6)));
  return { range, text: address.toString() };
}

function isLocalName(hostname: string): boolean {
  return /(^|\.)localhost\.?$/i.test(hostname);
}

/** URLs write IPv6 addresses in brackets. */
function bare(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}
