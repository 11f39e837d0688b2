"""A CSV file by pandas: read_csv.py FILE. The result is the number of rows."""
import sys

import pandas

from turns import serve

serve(f"pandas {pandas.__version__}", lambda: len(pandas.read_csv(sys.argv[1])))
