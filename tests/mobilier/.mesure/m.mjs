import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build } from 'vite'
import { chromium } from 'playwright-core'
import { readFileSync, existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
const root=process.cwd(), d=root+'/tests/mobilier/.mesure', o='/tmp/mesure'
const c={configFile:false,root,logLevel:'error',plugins:[svelte({configFile:false})]}
await build({...c,build:{outDir:o+'/c',emptyOutDir:true,cssCodeSplit:false,assetsInlineLimit:0,rolldownOptions:{input:d+'/c.ts',output:{entryFileNames:'c.js',assetFileNames:'[name][extname]'}}}})
await build({...c,ssr:{noExternal:true},build:{outDir:o+'/s',emptyOutDir:true,ssr:true,rolldownOptions:{input:d+'/s.ts',output:{entryFileNames:'s.js'}}}})
process.env.NODE_ENV='production'
const {rendre}=await import(o+'/s/s.js')
let h; for(let i=0;i<6;i++){const t=performance.now();h=rendre();console.log('ssr',Math.round(performance.now()-t),'ms')}
console.log('html',Math.round(h.length/1024),'KB gz',Math.round(gzipSync(h).length/1024),'KB; js gz',Math.round(gzipSync(readFileSync(o+'/c/c.js')).length/1024))
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']})
for(const w of [1440,360]){const p=await b.newPage({viewport:{width:w,height:900}})
await p.route('http://m.test/**',r=>{const f=new URL(r.request().url()).pathname;if(f==='/')return r.fulfill({contentType:'text/html',body:`<!doctype html><html lang=fr><link rel=stylesheet href=/style.css><script type=module src=/c.js></script><body>${h}</body></html>`});const x=o+'/c'+f;return existsSync(x)?r.fulfill({contentType:f.endsWith('js')?'text/javascript':f.endsWith('css')?'text/css':'font/woff2',body:readFileSync(x)}):r.fulfill({status:404})})
const s=await p.context().newCDPSession(p);await s.send('Performance.enable')
await p.goto('http://m.test/');await p.waitForFunction('globalThis.hyd');const m=Object.fromEntries((await s.send('Performance.getMetrics')).metrics.map(x=>[x.name,x.value]))
console.log(w,'hydrate',Math.round(await p.evaluate('hyd')),'ms layout',Math.round(m.LayoutDuration*1e3),'style',Math.round(m.RecalcStyleDuration*1e3),'fcp',await p.evaluate(()=>Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime)),'nodes',m.Nodes)}
await b.close()
