"""Takes the sample dossier away, so that the officer's own register can begin."""

from uuid import uuid4

from ccmdesk.domain.errors import RefusedError, machine_fault
from ccmdesk.store.creation import create
from ccmdesk.store.quick_read import quick_reader
from ccmdesk.system.atomic_file import sync_folder
from ccmdesk.system.paths import DataFolder


def remove_sample(folder: DataFolder) -> None:
    """Put an empty register in the place of the sample's; the desk must be closed before.

    Raises RefusedError where the register is not the sample's, and EnvironmentFault where the
    folder cannot be written; the sample is whole then.
    """
    with quick_reader(folder) as reader:
        profile = reader.profile() if reader is not None else None
    if profile is None or not profile.sample:
        raise RefusedError("Only the sample dossier can be removed; this register is a mission's.")
    fresh = folder.database.with_name(f"{folder.database.name}.{uuid4().hex}.fresh")
    try:
        create(fresh)
        fresh.replace(folder.database)
    except OSError as error:
        raise machine_fault(error, folder.database) from error
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(folder.root)
