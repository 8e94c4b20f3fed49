"""Asks an engine the questions of a folder of SQL files about a folder of tables.

answers.py duckdb|spark TABLES SQL prints a JSON object: the name of each file
and the rows of its answer. The SQL is the same for both engines.
"""

import glob
import json
import os
import sys


def duck(tables):
    import duckdb

    engine = duckdb.connect()
    for table in sorted(os.listdir(tables)):
        for read, ext in (("read_parquet", "parquet"), ("read_csv", "csv"), ("read_json", "jsonl")):
            files = f"{tables}/{table}/*/*.{ext}"
            if glob.glob(files):
                engine.execute(f"CREATE VIEW {table} AS SELECT * FROM {read}('{files}', union_by_name = true)")
    return lambda sql: engine.execute(sql).fetchall()


def spark(tables):
    from pyspark.sql import SparkSession

    engine = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false").getOrCreate()
    engine.sparkContext.setLogLevel("ERROR")
    for table in sorted(os.listdir(tables)):
        engine.read.parquet(f"{tables}/{table}").createOrReplaceTempView(table)
    return lambda sql: [tuple(row) for row in engine.sql(sql).collect()]


def main(engine, tables, questions):
    ask = {"duckdb": duck, "spark": spark}[engine](tables)
    answers = {}
    for path in sorted(glob.glob(f"{questions}/*.sql")):
        with open(path) as file:
            rows = ask(file.read())
        answers[os.path.basename(path).removesuffix(".sql")] = [[v if isinstance(v, (int, str, type(None))) else str(v) for v in row] for row in rows]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
