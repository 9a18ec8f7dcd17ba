"""What the columns of the table of what was read out of a document mean."""

from planstrategi.presentation.columns import Column

READ_ROWS = {
    "rad": Column("Rad", "Radens nummer i tabellen, talt som trykt; tom for det som gjelder mer enn en rad.", "radnummer"),
    "plan_id": Column("Plan-id", "Planen raden ble til; tom når den ikke er en plan."),
    "sikkerhet": Column("Lest", "Om alt ble lest uten tvil (sikker), noe må avklares (usikker), eller det ikke er plassert."),
    "navn": Column("Raden", "Raden slik kilden skriver den, eller det som ikke lot seg plassere."),
}
