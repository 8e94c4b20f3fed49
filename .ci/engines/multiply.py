"""Makes many months of tables out of one, to see where one machine ends.

multiply.py TABLES OUT MONTHS reads the folder that export --format parquet wrote
and writes it so often, each month before the one before, as one file for each
table and month: so many files of one plan would measure the listing of folders.
The rows of a month keep what they say but for the date, the file's hash, and
which open actions are late. Needs pyarrow.
"""

import datetime
import hashlib
import os
import random
import sys

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

ASKED = ("facts", "findings", "measures", "plans", "problems")  # the tables that templates/sql reads


def month_before(day, months):
    total = day.year * 12 + day.month - 1 - months
    return datetime.date(total // 12, total % 12 + 1, 1)


def set_column(table, name, values):
    at = table.schema.get_field_index(name)
    return table.set_column(at, table.schema.field(at), values)


def shifted(table, day, month, chance):
    n = len(table)
    table = set_column(table, "as_of", pa.array([day] * n, pa.date32()))
    hashes = {h: hashlib.sha256(f"{h}{month}".encode()).hexdigest() for h in pc.unique(table["file_sha256"]).to_pylist()}
    table = set_column(table, "file_sha256", pa.array([hashes[h] for h in table["file_sha256"].to_pylist()], pa.string()))
    if "late" in table.schema.names:
        late = [is_open and chance.random() < 0.25 for is_open in table["open"].to_pylist()]
        table = set_column(table, "late", pa.array(late, pa.bool_()))
    return table


def main(tables, out, months):
    for name in ASKED:
        paths = sorted(os.path.join(d, f) for d, _, files in os.walk(os.path.join(tables, name)) for f in files)
        whole = pa.concat_tables(pq.ParquetFile(p).read() for p in paths).combine_chunks()
        last = whole["as_of"][0].as_py()
        for month in range(int(months)):
            day = month_before(last, month)
            folder = os.path.join(out, name, f"as_of={day}")
            os.makedirs(folder)
            pq.write_table(shifted(whole, day, month, random.Random(month)), os.path.join(folder, "all.parquet"), compression="snappy")


if __name__ == "__main__":
    main(*sys.argv[1:])
