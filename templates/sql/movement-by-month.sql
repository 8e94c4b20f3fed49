-- What has changed from one date to the next: actions done and late.
SELECT organisation,
       as_of,
       done,
       late,
       done - lag(done) OVER (PARTITION BY organisation ORDER BY as_of) AS more_done,
       late - lag(late) OVER (PARTITION BY organisation ORDER BY as_of) AS more_late
FROM (SELECT organisation,
             as_of,
             sum(CASE WHEN done THEN 1 ELSE 0 END) AS done,
             sum(CASE WHEN late THEN 1 ELSE 0 END) AS late
      FROM facts
      GROUP BY organisation, as_of) counted
ORDER BY organisation, as_of
