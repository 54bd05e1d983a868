"""Running the migrations of the package on a connection, without an alembic.ini anywhere."""

from pathlib import Path

from sqlalchemy import Connection

LOCATION = Path(__file__).parent / "migrations"


def upgrade(connection: Connection, location: Path | None = None) -> None:
    """Bring a ledger (or an empty database) to the newest revision, inside the connection's transaction."""
    # Alembic takes half a second to import and only new and old ledgers need it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(location or LOCATION).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
