import { describe, expect, test } from 'vitest'
import { policy } from '#web/trusted-types.ts'

describe('markup', () => {
  test.each([
    '<div class="a"><span> </span></div>',
    '<svg viewBox="0 0 16 16"><path d="M1 1"></path></svg>',
    '<button type="button">Bel op 14:02</button>',
    '<p>door on=line</p>',
  ])('the templates of the app pass: %s', (html) => {
    expect(policy.createHTML(html)).toBe(html)
  })

  test.each([
    '<script>steal()</script>',
    '<SCRIPT src=x>',
    '</script>',
    '<iframe src="//elsewhere"></iframe>',
    '<img src=x onerror=steal()>',
    '<svg/onload=steal()>',
    '<div onClick = "steal()">',
    "<a title='x'onmouseover='steal()'>",
    '<a href="javascript:steal()">x</a>',
    '<base href="//elsewhere">',
    '<object data="x">',
    '<style>*{}</style>',
  ])('what can run or lead away is refused: %s', (html) => {
    expect(() => policy.createHTML(html)).toThrow('trusted types')
  })
})

describe('script addresses', () => {
  test('our service worker may start', () => {
    expect(policy.createScriptURL('/service-worker.js')).toBe('/service-worker.js')
  })

  test.each([
    'https://elsewhere.example/service-worker.js',
    '//elsewhere.example/service-worker.js',
    '/assets/other.js',
    '/service-worker.js/../x.js',
    'data:text/javascript,steal()',
    'blob:http://localhost/1',
  ])('nothing else may: %s', (url) => {
    expect(() => policy.createScriptURL(url)).toThrow('trusted types')
  })
})
