# attack: thousands of prints that each hold a shape | must: be judged in seconds
import sys
for i in range(28000):
    print("100,16")
