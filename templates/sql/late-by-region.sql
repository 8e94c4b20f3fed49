-- How many actions are late in each region, on each date.
SELECT f.as_of,
       coalesce(p.region, 'Not known') AS region,
       count(DISTINCT f.file_sha256) AS plans,
       sum(CASE WHEN f.open THEN 1 ELSE 0 END) AS open_actions,
       sum(CASE WHEN f.late THEN 1 ELSE 0 END) AS late_actions
FROM facts f
JOIN plans p ON p.file_sha256 = f.file_sha256 AND p.as_of = f.as_of
GROUP BY f.as_of, coalesce(p.region, 'Not known')
ORDER BY f.as_of, region
