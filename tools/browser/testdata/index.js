document.getElementById('fail').onclick = () => {
  console.error('said', 42);
  console.log('said in passing');
  console.log('panic: the program ends');
  console.log('main.go:1');
  fetch('missing.txt');
  fetch('http://elsewhere.example/').catch(() => {});
  setTimeout(() => { throw new Error('thrown'); });
};
