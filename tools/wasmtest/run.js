// Starts the test program and connects its output and its end to the command
// that opened this page. Go's own support script has set up a file system in
// which everything is "not implemented"; here, files are missing instead,
// which programs know how to take.
(async () => {
  const missing = (...args) => {
    const error = new Error('no such file or directory');
    error.code = 'ENOENT';
    args.at(-1)(error);
  };
  for (const name of ['open', 'stat', 'lstat', 'readdir', 'readlink', 'unlink', 'rmdir']) fs[name] = missing;
  fs.constants = {
    O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_EXCL: 128, O_TRUNC: 512, O_APPEND: 1024, O_DIRECTORY: 65536,
  };
  process.cwd = () => '/';

  fs.writeSync = (fd, bytes) => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    wasmtestWrite(text);
    return bytes.length;
  };

  try {
    const go = new Go();
    go.argv = await (await fetch('args.json')).json();
    go.exit = (code) => wasmtestEnd(String(code));
    const program = await WebAssembly.instantiateStreaming(fetch('program.wasm'), go.importObject);
    await go.run(program.instance);
  } catch (error) {
    wasmtestEnd('the program did not run: ' + error);
  }
})();
