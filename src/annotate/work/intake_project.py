"""Records of the project itself become facts: reviewers, the scheme, settings, the key for pseudonyms."""

from annotate.domain import Key, Reviewer, Scheme, Setting, moment_of, printable
from annotate.errors import BadInput
from annotate.formats import fact_of_record
from annotate.formats.wire import KeyRecord, Record, ReviewerRecord, SchemeRecord, SettingRecord
from annotate.store import facts, scheme, stand
from annotate.work.desk import checked_handle
from annotate.work.listing import ledger_reviewer
from annotate.work.references import References


def take_of_project(met: References, record: Record) -> None:
    """Record what the record says of the project."""
    match record:
        case ReviewerRecord():
            _reviewer(met, Reviewer(checked_handle(record.handle), record.name, record.reviewer_kind == "model"))
        case SchemeRecord():
            _scheme(met, record)
        case SettingRecord():
            _setting(met, record)
        case KeyRecord():
            met.add(Key(record.secret))
        case _:
            raise BadInput(f"A record of kind {record.kind} cannot be taken in.")


def check_scheme(met: References, record: SchemeRecord) -> None:
    """Refuse a scheme that differs from the one by which the project has judged."""
    used, current = scheme(met.ledger.connection)
    if used is not None and fact_of_record(record) != current:
        raise BadInput(
            f'The scheme "{printable(record.name)}" differs from "{printable(current.name)}", by which is judged here.',
            "Import it into a project of its own.",
        )


def _scheme(met: References, record: SchemeRecord) -> None:
    """A scheme takes the place of the project's as long as nothing was judged by that."""
    check_scheme(met, record)
    used, current = scheme(met.ledger.connection)
    wanted = fact_of_record(record)
    if isinstance(wanted, Scheme) and used is None and wanted != current:
        met.plan_scheme(wanted)
        met.notices.append(f"The project now judges by the scheme {printable(wanted.name)}, from {met.source}.")


def _reviewer(met: References, wanted: Reviewer) -> None:
    """A reviewer, unless this was said of him before, even if it was corrected since."""
    said = met.reviewers().get(wanted.handle)
    if said is None:
        met.add(wanted)
    elif (wanted.name, wanted.is_model) not in said:
        ledger_reviewer(met.ledger, wanted)


def _setting(met: References, record: SettingRecord) -> None:
    """A setting, unless it had this value before, even if it was changed since."""
    earlier = [fact for _, fact in facts(met.ledger.connection, Setting.kind) if isinstance(fact, Setting)]
    if (record.name, record.value) in [(fact.name, fact.value) for fact in earlier]:
        return
    held = stand(met.ledger.connection, Setting.kind, record.name)
    at = moment_of(record.at) if record.at else 0
    met.add(Setting(record.name, record.value, at, tuple(sorted(held))))
