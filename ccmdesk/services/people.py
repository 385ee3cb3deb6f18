"""The people who can be members of delegations."""

from ccmdesk.domain.person import Person
from ccmdesk.services.acts import Acts
from ccmdesk.services.search_text import folded, matches
from ccmdesk.store.people_rows import bin_person, load_people, load_person, store_person


class PeopleService:
    """Look people up, add, change and remove them."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def all(self, search: str = "") -> list[Person]:
        """Return the people whose name, title, place or address holds every word, by name."""
        with self._acts.reading() as connection:
            everybody = load_people(connection)
        found = [
            person
            for person in everybody
            if matches(
                search,
                person.style,
                person.full_name,
                person.functional_title,
                person.organization,
                person.place,
                person.email,
            )
        ]
        return sorted(
            found, key=lambda person: (folded(person.family_name), folded(person.given_names))
        )

    def get(self, person_id: int) -> Person:
        """Return one person; raises InputError for an unknown id."""
        with self._acts.reading() as connection:
            return load_person(connection, person_id)

    def save(self, person: Person) -> Person:
        """Add a person (id 0) or replace a stored one, and return it as stored."""
        checked = person.checked()
        label = "Change the person" if checked.id else "Add the person"
        with self._acts.act("person.save", label, "people", "delegations") as act:
            person_id = store_person(act.unit, checked)
            act.subject = f"person/{person_id}"
            return load_person(act.connection, person_id)

    def remove(self, person_id: int) -> None:
        """Put a person into the bin; the delegations they were in keep them."""
        with self._acts.act("person.remove", "Remove the person", "people") as act:
            load_person(act.connection, person_id)
            act.subject = f"person/{person_id}"
            bin_person(act.unit, person_id, self._acts.clock.now())
