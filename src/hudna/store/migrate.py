"""Running the migrations of the package on a connection, without an alembic.ini anywhere."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

if TYPE_CHECKING:
    from alembic.config import Config

LOCATION = Path(__file__).parent / "migrations"


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Bring a ledger (or an empty database) to a revision, inside the connection's transaction."""
    # Alembic takes half a second to import and only new and old ledgers need it.
    from alembic import command

    command.upgrade(_config(connection), revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Bring a ledger back to an older revision, inside the connection's transaction; what only newer ones can
    hold is lost."""
    from alembic import command

    command.downgrade(_config(connection), revision)


def _config(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(LOCATION).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
