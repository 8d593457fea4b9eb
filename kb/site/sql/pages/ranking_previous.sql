select previous as id, previous_year as edition, comparable, reasons
from editions where ranking = :ranking and previous is not null
