export default { optimizeDeps: { exclude: ['user-pool-playground'] } }
