"""What an output folder holds, by name: the pages, the marks, the gradebook."""

DATABASE = "gradebook.sqlite"
"""By which an output folder is known."""
PAGES = "students"
"""The folder of the students' pages, within the output folder."""
RESULTS, GRADES, CLASS_PAGE, MOODLE = "results.jsonl", "grades.csv", "index.html", "moodle-feedback.zip"
TAKEN = (RESULTS, GRADES, CLASS_PAGE, MOODLE, DATABASE)
WRITTEN = (PAGES, *TAKEN)
"""What an output folder holds. It may be the folder of the submissions as well, where none of this is one."""
