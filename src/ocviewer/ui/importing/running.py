"""The import as work of a thread: what was done until a cancel is kept, and told."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ocviewer.domain.problem import BadData, Problem
from ocviewer.importers.found_files import find_files
from ocviewer.importers.job import FileReport, ImportJob, Progress
from ocviewer.importers.pages.held import Difference
from ocviewer.library.library import Library
from ocviewer.ui.background import Cancelled, Step


class Ended(NamedTuple):
    """What came of the files, in their order.

    ``left`` counts those that were not reached, for the user cancelled, or for ``problems`` that
    end every import, such as a folder that is gone.
    """

    reports: tuple[FileReport, ...]
    left: int = 0
    problems: tuple[Problem, ...] = ()
    passed_over: int = 0


class Choice(NamedTuple):
    """A page that was imported, and the differences in which its figures are taken now."""

    file: Path
    edition: int
    take: frozenset[Difference]


def importing(library: Library, folder: Path, paths: Sequence[Path]) -> Callable[[Step], Ended]:
    """Imports what is at and below the paths; a cancel before the first file leaves no report.

    ``library`` reads ``folder``; the thread opens it anew for itself.
    """

    def work(step: Step) -> Ended:
        found = find_files(paths, lambda place: step(place, 0, 0))
        job = ImportJob(library.again(), folder)
        ended = _drive(job.run(found.files), len(found.files), library, step)
        if ended.left == len(found.files) > 0 and not ended.problems:
            raise Cancelled
        return ended._replace(passed_over=found.passed_over)

    return work


def importing_as(
    library: Library, folder: Path, file: Path, edition: int
) -> Callable[[Step], Ended]:
    """Imports a file that does not tell its edition; ``edition`` is the user's word on it."""

    def work(step: Step) -> Ended:
        job = ImportJob(library.again(), folder, edition=edition)
        return _drive(job.run([file]), 1, library, step)

    return work


def taking(library: Library, folder: Path, choices: Sequence[Choice]) -> Callable[[Step], Ended]:
    """Imports pages once more, with figures that are taken from them."""

    def steps() -> Iterator[Progress | FileReport]:
        done = 0
        for edition, group in _groups(choices):
            take = frozenset[Difference]().union(*(choice.take for choice in group))
            job = ImportJob(library.again(), folder, take=take, edition=edition)
            for each in job.run([choice.file for choice in group]):
                if isinstance(each, FileReport):
                    yield each
                elif each.file:
                    yield Progress(done + each.done, len(choices), each.file)
            done += len(group)

    return lambda step: _drive(steps(), len(choices), library, step)


def _groups(choices: Iterable[Choice]) -> Iterator[tuple[int, list[Choice]]]:
    """Choices of one edition in which no country comes twice: a job writes each page once."""
    seen: dict[tuple[str, int], int] = defaultdict(int)
    groups: dict[tuple[int, int], list[Choice]] = defaultdict(list)
    for choice in choices:
        iso3 = next(iter(choice.take)).iso3
        seen[iso3, choice.edition] += 1
        groups[seen[iso3, choice.edition], choice.edition].append(choice)
    for (_, edition), group in sorted(groups.items(), key=lambda item: item[0]):
        yield edition, group


def _drive(
    steps: Iterable[Progress | FileReport], count: int, library: Library, step: Step
) -> Ended:
    """Goes on until all is done, the user cancels, or the user's folder is gone."""
    reports: list[FileReport] = []
    problems: tuple[Problem, ...] = ()
    try:
        for each in steps:
            if isinstance(each, FileReport):
                reports.append(each)
            else:
                # a folder made in place of one on a stick would hide what is on the stick
                library.require_user_folder()
                at = f"{min(each.done + 1, each.total)} / {each.total}"
                step(f"{at}  {Path(each.file).name}", each.done, each.total)
    except Cancelled:
        pass
    except BadData as error:
        problems = error.problems
    return Ended(tuple(reports), count - len(reports), problems)
