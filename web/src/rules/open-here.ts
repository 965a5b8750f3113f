// Requests of rules in a playground in their place, at one press: in a frame of embed.html, which takes a link's hash with
// request and surroundings.

const height = 480

for (const link of document.querySelectorAll<HTMLAnchorElement>('.open-it')) {
  const figure = link.closest('figure')
  if (!figure) continue
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'open-here'
  button.append('Try it here', ...[...link.querySelectorAll('.unseen')].map((name) => name.cloneNode(true)))
  button.addEventListener('click', () => {
    const frame = document.createElement('iframe')
    frame.title = `Playground${link.querySelector('.unseen')?.textContent ?? ''}`
    frame.src = `embed.html${link.hash}`
    frame.height = String(height)
    button.remove()
    for (const part of figure.querySelectorAll(':scope > :not(figcaption)')) part.remove()
    figure.append(frame)
    frame.focus()
  })
  link.after(button)
}
