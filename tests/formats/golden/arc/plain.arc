filedesc://x.arc 0.0.0.0 19990912000000 text/plain 69
1 0 Example
URL IP-address Archive-date Content-type Archive-length


http://www.vardacourier.example/2 10.0.0.1 19990913101112 text/html 502
HTTP/1.0 200 OK
Content-Type: text/html

<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Storm cuts power in the north</title><meta property="og:type" content="article"><meta property="og:site_name" content="The Varda Courier"><meta property="article:published_time" content="2031-05-13T08:00:00Z"></head><body><article><h1>Storm cuts power in the north</h1><p>Some four thousand houses were without light on Monday night, the operator of the grid said.</p></article></body></html>
