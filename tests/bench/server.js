import net from 'node:net';
import { createSite } from './site.js';
import { createTally, tallyPath } from './tally.js';

/**
 * Serves the site from a process of its own: `node server.js PAGES [LATENCY]`. As little HTTP as the peers need, spoken
 * straight to sockets, so that the programs under test are what is measured.
 */

const [pages = 1000, latency = 0] = process.argv.slice(2).map(Number);
const site = createSite(pages);
const tally = createTally(site.paths);

const reasons = { 200: 'OK', 404: 'Not Found' };
// LinkChecker asks three times a second unless a server says that it may ask faster.
const welcome = 'LinkChecker: welcome';
const endOfHead = '\r\n\r\n';
const largestHead = 65_536;

const server = net.createServer({ noDelay: true }, (socket) => {
  let received = '';
  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  socket.on('data', (text) => {
    received += text;
    for (let end = received.indexOf(endOfHead); end >= 0; end = received.indexOf(endOfHead)) {
      const head = received.slice(0, end);
      received = received.slice(end + endOfHead.length);
      if (latency > 0) setTimeout(respond, latency, socket, head);
      else respond(socket, head);
    }
    if (received.length > largestHead) socket.destroy();
  });
});

server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  if (process.send) process.send(url);
  else console.log(`${url}/ (${tallyPath} tells what was asked)`);
});
process.on('disconnect', () => process.exit());

function respond(socket, request) {
  const [method, path] = request.slice(0, request.indexOf('\r\n')).split(' ');
  const { status, type, body } = path === tallyPath ? tell() : answer(path);
  const first = `HTTP/1.1 ${status} ${reasons[status]}\r\n${welcome}\r\n`;
  const head = `${first}Content-Type: ${type}\r\nContent-Length: ${body.length}${endOfHead}`;
  socket.write(method === 'HEAD' ? head : head + body, 'latin1');
  if (/\nconnection: *close/i.test(request)) socket.end();
}

function answer(path) {
  const position = tally.count(path);
  return position === undefined
    ? { status: 404, type: 'text/plain', body: 'not found' }
    : site.answer(position);
}

function tell() {
  return { status: 200, type: 'application/json', body: JSON.stringify(tally.take()) };
}
