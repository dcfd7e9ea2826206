// Photos get smaller before they travel: old phones have slow lines. Shows what was chosen; each can be taken out again.
const MOST = 9
const SIDE = 1600

start()
document.addEventListener('linju:shown', start)

function start() {
  for (const input of document.querySelectorAll('input[data-photos]')) gather(input)
}

function gather(input) {
  if (input.dataset.ready || !window.DataTransfer) return
  input.dataset.ready = 'yes'
  input.classList.add('ready')
  let chosen = []
  const list = Object.assign(document.createElement('div'), { className: 'thumbs' })
  input.closest('.drop').after(list)
  input.addEventListener('change', async () => {
    const fresh = await Promise.all([...input.files].filter(file => !chosen.includes(file)).map(smaller))
    chosen = [...chosen, ...fresh].slice(0, MOST)
    put()
  })

  function put() {
    const bag = new DataTransfer()
    chosen.forEach(file => bag.items.add(file))
    input.files = bag.files
    list.replaceChildren(...chosen.map(thumb))
  }

  function thumb(file) {
    const box = document.createElement('figure')
    const picture = Object.assign(new Image(), { src: URL.createObjectURL(file), alt: file.name })
    picture.addEventListener('load', () => URL.revokeObjectURL(picture.src))
    const out = Object.assign(document.createElement('button'), { type: 'button', className: 'btn b-line sm', textContent: input.dataset.remove })
    out.addEventListener('click', () => {
      chosen = chosen.filter(one => one !== file)
      put()
    })
    box.append(picture, out)
    return box
  }
}

/** The photo with its longer side at most 1600 px, as JPEG; the file itself where the browser cannot draw it. */
async function smaller(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = SIDE / Math.max(picture.width, picture.height)
    if (scale >= 1 && file.type === 'image/jpeg' && file.size < 1e6) return file
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * Math.min(scale, 1))
    canvas.height = Math.round(picture.height * Math.min(scale, 1))
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    const bytes = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85))
    return bytes ? new File([bytes], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}
