# attack: finally within finally, each copied for every way out: gigabytes when compiled | must: be a bounded verdict on the file, and cost the grader nothing
def f():
 try:
  if x: return
  if x: return
  if x: return
  if x: return
 finally:
  try:
   if x: return
   if x: return
   if x: return
   if x: return
  finally:
   try:
    if x: return
    if x: return
    if x: return
    if x: return
   finally:
    try:
     if x: return
     if x: return
     if x: return
     if x: return
    finally:
     try:
      if x: return
      if x: return
      if x: return
      if x: return
     finally:
      try:
       if x: return
       if x: return
       if x: return
       if x: return
      finally:
       try:
        if x: return
        if x: return
        if x: return
        if x: return
       finally:
        try:
         if x: return
         if x: return
         if x: return
         if x: return
        finally:
         y
