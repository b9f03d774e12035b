document.getElementById('fail').onclick = () => {
  console.error('said', 42);
  fetch('missing.txt');
  fetch('http://elsewhere.example/').catch(() => {});
  setTimeout(() => { throw new Error('thrown'); });
};
