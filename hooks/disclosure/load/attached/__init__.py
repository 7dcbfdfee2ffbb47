"""Files beside documents → what stands in them, for the rules about texts and about attachments.

Reading order: beside (which files, what was read before), reading (which reader), gathering (what readers find, within which
bounds), a reader for each format, guard and worker (the process that reads what may hang), kept (the folder of what was read).
"""
