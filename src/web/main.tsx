import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './design/tokens.css'
import './design/fonts.css'
import './design/base.css'
import './show/parts.css'
import { App } from './app/app.tsx'
import { LocaleProvider } from './locale/locale.tsx'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LocaleProvider>
      <App />
    </LocaleProvider>
  </StrictMode>,
)
