"""What a Word file is read as: paragraphs, and tables of rows of cells."""

from dataclasses import dataclass, field

from interviews.documents.word_styles import Look


@dataclass
class Para:
    """One paragraph: its text, style (small letters), look, row bookmarks and comment ids.

    `leads` are the visible numbers of statements that links in it lead to, `targets` those its
    bookmarks stand for; `beside` are texts that hang on it, `struck` its words struck through;
    `is_heading` where its style says so, or the contents lead to it.
    """

    text: str = ""
    style: str = ""
    look: Look = field(default_factory=Look)
    anchors: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    struck: str = ""
    is_heading: bool = False

    @property
    def lines(self) -> list[str]:
        """The lines in it that say something."""
        return [" ".join(line.split()) for line in self.text.split("\n") if line.strip()]

    def take(self, other: "Para") -> None:
        """Go on with the paragraph after this one: the mark between the two was deleted."""
        self.text += other.text
        self.anchors += other.anchors
        self.comments += other.comments
        self.leads += other.leads
        self.targets += other.targets
        self.beside += other.beside
        self.struck = f"{self.struck} {other.struck}".strip()


@dataclass
class Cell:
    """One cell: its first column (from 0), its paragraphs, how many columns wide it is.

    `beside` are texts of tables inside it.
    """

    column: int
    paragraphs: list[Para]
    width: int = 1
    beside: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """The lines in it that say something."""
        return [line for paragraph in self.paragraphs for line in paragraph.lines]

    @property
    def text(self) -> str:
        """All that it says, on one line."""
        return " ".join(self.lines)


@dataclass
class Table:
    """The rows of a table that are left when deleted ones are gone."""

    rows: list[list[Cell]]
