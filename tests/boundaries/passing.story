# Passing on: ten working days long the client reads who follows whom
staff Karim, Léa
as karim
at 2027-03-08T10:00
POST /clients {"name": "Café Lune", "state": "active"} -> 201 lune
contact Noémie of lune
POST /clients/$lune/hand_over {"responsible_id": lea} -> 200
rule 17.4: said until ten working days have passed
  at 2027-03-22T<at>
  as noemie
  PAGE /p -> 200
  <said> "Léa prend la suite de Karim"
| at       | said  |
| 09:59:59 | has   |
| 10:00:00 | has   |
| 10:00:01 | lacks |
