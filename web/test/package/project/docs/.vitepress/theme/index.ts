import DefaultTheme from 'vitepress/theme'
import { setSite } from 'user-pool-playground/element'

setSite(`${import.meta.env.BASE_URL}user-pool-playground/`)

export default DefaultTheme
