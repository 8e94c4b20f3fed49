-- Which measures get better and which get worse, by their name.
SELECT as_of,
       measure,
       count(*) AS plans,
       sum(CASE WHEN direction = 'better' THEN 1 ELSE 0 END) AS better,
       sum(CASE WHEN direction = 'worse' THEN 1 ELSE 0 END) AS worse
FROM measures
GROUP BY as_of, measure
ORDER BY as_of, measure
