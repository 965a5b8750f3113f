import { loadEngine } from 'user-pool-playground'

const engine = await loadEngine()
const { reply } = engine.evaluate('{"PoolName": "shop", "MfaConfiguration": "ON"}')
const imported = await engine.importText('client.create_user_pool(PoolName="from python")')
console.log(JSON.stringify({ status: reply.status, type: JSON.parse(reply.body).__type, imported: JSON.parse(imported.request) }))
