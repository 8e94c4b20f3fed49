-- How many of the findings that need an answer have one, by organisation.
SELECT as_of,
       organisation,
       sum(CASE WHEN needs_answer THEN 1 ELSE 0 END) AS needing_answer,
       sum(CASE WHEN needs_answer AND answered THEN 1 ELSE 0 END) AS answered
FROM findings
GROUP BY as_of, organisation
ORDER BY as_of, organisation
