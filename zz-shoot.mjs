import { chromium } from 'playwright-core'
import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync, mkdirSync } from 'node:fs'
const url=process.argv[2]??'/gallery', name=process.argv[3]??'gallery'
mkdirSync('/tmp/shots',{recursive:true})
const ctx0=await chromium.launchPersistentContext(mkdtempSync('/tmp/chr-'),{executablePath:'/usr/bin/chromium',headless:true,viewport:{width:1440,height:900},args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']})
const page=ctx0.pages()[0]; page.on('console',m=>{if(m.type()==='error'||m.type()==='warning')console.log('CONSOLE',m.text().slice(0,300))}); page.on('pageerror',e=>console.log('PAGEERROR',String(e).slice(0,600)))
for(const [w,h] of [[1440,900],[390,844]]) for(const scheme of ['light','dark']){
 await page.setViewportSize({width:w,height:h}); await page.emulateMedia({colorScheme:scheme}); await page.goto('http://127.0.0.1:4199'+url); await page.waitForSelector('h1'); await page.evaluate(()=>document.fonts.ready); await page.waitForTimeout(300)
 const over=await page.evaluate(()=>document.documentElement.scrollWidth-innerWidth); if(over>0)console.log('OVERFLOW',w,over)
 await page.screenshot({path:`/tmp/shots/${name}-${w}-${scheme}.png`,fullPage:true})
 const r=await new AxeBuilder({page}).analyze(); console.log(w,scheme,'axe',r.violations.length); for(const v of r.violations){console.log(' ',v.id,v.impact,v.nodes.length); for(const n of v.nodes.slice(0,4))console.log('     ',n.html.slice(0,160),'|',(n.any[0]??n.all[0]??n.none[0])?.message?.slice(0,200))}
}
await page.setViewportSize({width:320,height:700}); await page.goto('http://127.0.0.1:4199'+url); await page.waitForSelector('h1'); console.log('320 overflow', await page.evaluate(()=>document.documentElement.scrollWidth-innerWidth))
await ctx0.close()
