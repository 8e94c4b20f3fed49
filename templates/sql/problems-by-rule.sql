-- What check finds most often, and in how many plans.
SELECT as_of, rule, severity, count(*) AS problems, count(DISTINCT file_sha256) AS plans
FROM problems
WHERE NOT waived
GROUP BY as_of, rule, severity
ORDER BY as_of, problems DESC, rule, severity
