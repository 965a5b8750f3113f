import { loadEngine } from 'user-pool-playground'
import { setSite } from 'user-pool-playground/element'

setSite(`${import.meta.env.BASE_URL}user-pool-playground/`)

const engine = await loadEngine()
const { request } = await engine.importText('client.create_user_pool(PoolName="from python")')
document.querySelector('#engine')!.textContent = `${engine.evaluate(request).reply.status} ${request}`
