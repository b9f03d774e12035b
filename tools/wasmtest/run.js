// Starts the test program and connects its output, its end and its view of the
// project's files to the command that opened this page.
//
// Go's own support script has set up a file system in which everything is "not
// implemented". Here, files can be read, by asking the command for them;
// writing stays not implemented.
(async () => {
  const args = await (await fetch('args.json')).json();

  const fault = (code) => Object.assign(new Error(code), { code });
  const file = 0o100444;
  const directory = 0o040555;
  const stat = (entry) => ({
    dev: 0, ino: 0, nlink: 1, uid: 0, gid: 0, rdev: 0, blksize: 4096, atimeMs: 0, mtimeMs: 0, ctimeMs: 0,
    mode: entry.names ? directory : file,
    size: entry.names ? 0 : entry.bytes.length,
    blocks: 0,
    isDirectory: () => Boolean(entry.names),
  });

  // Opened files by descriptor; the first three are the console.
  const opened = new Map();
  let next = 3;

  // An entry is {bytes} of a file or {names} of a folder.
  const look = async (path) => {
    const answer = await fetch('files' + new URL(path, 'http://project' + args.folder + '/').pathname);
    if (!answer.ok) throw fault('ENOENT');
    if (answer.headers.get('X-Folder')) return { names: await answer.json() };
    return { bytes: new Uint8Array(await answer.arrayBuffer()) };
  };
  const answering = (work) => (...params) => {
    const done = params.pop();
    work(...params).then((value) => done(null, value), done);
  };

  fs.constants = {
    O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512, O_APPEND: 1024, O_DIRECTORY: 65536,
  };
  fs.open = answering(async (path, flags) => {
    if (flags & 0o3) throw fault('EROFS');
    const entry = await look(path);
    opened.set(next, { ...entry, at: 0 });
    return next++;
  });
  fs.close = answering(async (fd) => void opened.delete(fd));
  fs.fstat = answering(async (fd) => stat(opened.get(fd) ?? { bytes: [] }));
  fs.stat = fs.lstat = answering(async (path) => stat(await look(path)));
  fs.readdir = answering(async (path) => {
    const { names } = await look(path);
    if (!names) throw fault('ENOTDIR');
    return names;
  });
  fs.read = answering(async (fd, into, offset, length, position) => {
    const entry = opened.get(fd);
    if (!entry?.bytes) throw fault(entry ? 'EISDIR' : 'EBADF');
    const from = position ?? entry.at;
    const piece = entry.bytes.subarray(from, from + length);
    into.set(piece, offset);
    if (position === null) entry.at += piece.length;
    return piece.length;
  });
  process.cwd = () => args.folder;

  fs.writeSync = (fd, bytes) => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    wasmtestWrite(text);
    return bytes.length;
  };

  try {
    const go = new Go();
    go.argv = args.argv;
    go.exit = (code) => wasmtestEnd(String(code));
    const program = await WebAssembly.instantiateStreaming(fetch('program.wasm'), go.importObject);
    await go.run(program.instance);
  } catch (error) {
    wasmtestEnd('the program did not run: ' + error);
  }
})();
