import { readFileSync } from 'node:fs';
import net from 'node:net';

/**
 * `node raw-client.js URL LIST CONNECTIONS`: asks for each path of a list once over connections that are kept, and reads nothing.
 */

const [url = '', list = '', connections = '1'] = process.argv.slice(2);
const { host, hostname, port } = new URL(url);
const paths = readFileSync(list, 'utf8').split('\n').filter(Boolean);
let next = 0;

for (let count = 0; count < Number(connections); count++) connect();

function connect() {
  const socket = net.connect({ host: hostname, port: Number(port), noDelay: true });
  let head = '';
  let missing = 0;
  const ask = () => {
    const path = paths[next++];
    if (path === undefined) socket.destroy();
    else socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  };
  socket.on('connect', ask);
  socket.on('data', (bytes) => {
    if (missing > 0) {
      missing -= bytes.length;
    } else {
      head += bytes.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      missing = Number(/content-length: (\d+)/i.exec(head)?.[1]) - (head.length - end - 4);
      head = '';
    }
    if (missing === 0) ask();
  });
}
