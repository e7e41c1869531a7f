const FILES = ['/', '/main.js', '/main.css']

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open('minimal').then((cache) => cache.addAll(FILES)))
})

self.addEventListener('fetch', (event) => {
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)))
})
