-- Actions by what their status means, whatever word a plan has for it.
SELECT as_of, organisation, meaning, count(*) AS actions
FROM facts
GROUP BY as_of, organisation, meaning
ORDER BY as_of, organisation, meaning
