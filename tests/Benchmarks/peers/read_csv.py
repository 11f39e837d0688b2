"""A CSV file by pandas: read_csv.py FILE. Prints name;processor seconds;rows, the import left out.

Debian: apt-get install python3-pandas
"""
import sys
import time

try:
    import pandas
except ImportError:
    sys.exit("pandas is not there: on Debian, apt-get install python3-pandas, then name that python (tables reading /usr/bin/python3)")

pandas.read_csv(sys.argv[1], nrows=1000)
start = time.process_time()
rows = len(pandas.read_csv(sys.argv[1]))
print(f"pandas {pandas.__version__};{time.process_time() - start};{rows}", flush=True)
