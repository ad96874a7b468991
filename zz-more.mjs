import { chromium } from 'playwright-core'
import { AxeBuilder } from '@axe-core/playwright'
import { mkdtempSync } from 'node:fs'
const c=await chromium.launchPersistentContext(mkdtempSync('/tmp/chr-'),{executablePath:'/usr/bin/chromium',headless:true,viewport:{width:1440,height:900},args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']})
const p=c.pages()[0]; p.on('console',m=>{if(m.type()==='error'||m.type()==='warning')console.log('CONSOLE',m.text().slice(0,300))}); p.on('pageerror',e=>console.log('PAGEERROR',String(e).slice(0,600)))
const shot=async n=>{await p.screenshot({path:`/tmp/shots/m-${n}.png`}); const r=await new AxeBuilder({page:p}).analyze(); console.log(n,'axe',r.violations.map(v=>v.id+' '+v.nodes[0].html.slice(0,150)))}
const B='http://127.0.0.1:4199'
await p.goto(B+'/gallery'); await p.waitForSelector('h1'); console.log('title',await p.title())
await p.keyboard.press('?'); await p.waitForSelector('[role=dialog]'); await shot('keys'); await p.keyboard.press('Escape')
await p.getByRole('button',{name:/Ffion Maddox Duty/}).click(); await p.waitForSelector('[role=menu]'); await shot('menu'); await p.getByRole('menuitem',{name:'Dark'}).click(); console.log('theme',await p.evaluate(()=>document.documentElement.dataset.theme)); 
await p.getByRole('button',{name:'Hold posts'}).first().click(); await p.waitForSelector('[role=alertdialog]'); console.log('focus in dialog:', await p.evaluate(()=>document.activeElement.outerHTML.slice(0,120))); await p.getByText('An area, a topic').click(); await p.getByRole('button',{name:/Hold these/}).click(); await p.waitForTimeout(200); await shot('hold-dark'); await p.keyboard.press('Escape'); console.log('dialogs',await p.locator('[role=alertdialog]').count(), await p.evaluate(()=>document.activeElement.textContent))
await p.evaluate(()=>localStorage.clear()); await p.goto(B+'/gallery?held'); await p.waitForSelector('h1')
await p.getByRole('button',{name:/Evening break-ins/}).click(); await p.waitForSelector('[role=listbox]'); await shot('select'); await p.keyboard.press('Escape')
const ta=p.getByRole('textbox',{name:'English'}); await ta.scrollIntoViewIfNeeded(); await ta.focus(); await p.keyboard.press('Control+Home'); await p.keyboard.press('F8'); console.log('F8',await ta.evaluate(e=>e.value.slice(e.selectionStart,e.selectionEnd))); await p.keyboard.press('F8'); console.log('F8',await ta.evaluate(e=>e.value.slice(e.selectionStart,e.selectionEnd))); await p.evaluate(()=>document.querySelector('textarea[lang=en]').scrollIntoView({block:'center'})); await shot('writing'); 
await p.keyboard.press('Alt+Enter'); console.log('used', (await ta.inputValue()).includes('a house in Mill Lane'))
await ta.fill('x'.repeat(270)); await p.waitForTimeout(100); console.log('status',await p.locator('[role=status]').allTextContents())
for(const w of [1100,800]){await p.setViewportSize({width:w,height:800}); await p.goto(B+'/gallery?held'); await p.waitForSelector('h1'); await p.hover('nav a >> nth=2').catch(()=>{}); await shot('w'+w); console.log('over',await p.evaluate(()=>document.documentElement.scrollWidth-innerWidth))}
await p.setViewportSize({width:390,height:844}); await p.goto(B+'/gallery'); await p.waitForSelector('h1'); await shot('phone-top'); await p.getByRole('button',{name:'Hold posts'}).first().click(); await p.waitForSelector('[role=alertdialog]'); await shot('phone-hold')
await p.setViewportSize({width:1440,height:900}); await p.goto(B+'/posts'); await p.waitForSelector('h1'); await shot('unbuilt'); await p.keyboard.press('g'); await p.keyboard.press('r'); await p.waitForTimeout(300); console.log('url',p.url(),'focus',await p.evaluate(()=>document.activeElement.tagName), await p.title()); await p.waitForTimeout(1000); await shot('lost')
await c.close()
