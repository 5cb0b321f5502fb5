"""Somebody who walks the main road with a browser: from a client's name to an issued PDF.

A walker knows the screens as a reader does: by labels, by the names of links and buttons, by what the pages
say. Its words are the code's own (English); each is looked for in the language of its pages. All that its
hand does is in five methods, which `keyboard.py` does without a mouse.
"""

import re
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import pypdfium2
from django.utils.translation import gettext, override
from playwright.sync_api import Locator, Page, expect


@dataclass
class Walker:
    """A page in one language."""

    page: Page
    home: str
    language: str

    def says(self, text: str, **facts: object) -> str:
        """That text of the code as this walker's pages say it."""
        with override(self.language):
            return gettext(text) % facts if facts else gettext(text)

    @property
    def number(self) -> str:
        """The number of the engagement that is worked on."""
        return urlsplit(self.page.url).path.split("/")[2]

    def region(self, name: str) -> Locator:
        """The part of the page of that name."""
        return self.page.get_by_role("region", name=self.says(name))

    def field(self, label: str, within: Locator | Page | None = None) -> Locator:
        """The field of that label; a star behind it says that it has to be filled in."""
        whole = re.compile(rf"^\s*{re.escape(self.says(label))}\s*\*?\s*$")
        return (within or self.page).get_by_label(whole)

    # What the hand does.

    def hit(self, target: Locator) -> None:
        """Use a link or a button."""
        target.click()

    def activate(self, target: Locator) -> None:
        """Use a link or a button, and be there when it has done what it does."""
        self.hit(target)

    def type_into(self, field: Locator, text: str) -> None:
        """Let this text be all that stands in the field."""
        field.fill(text)

    def set_box(self, box: Locator, ticked: bool = True) -> None:
        """Choose a radio button, or tick a box; or take the tick away."""
        box.set_checked(ticked)

    def choose_entry(self, choice: Locator, entry: str) -> None:
        """Choose the entry of that text in a list."""
        choice.select_option(label=entry)

    def visit(self, review: str, address: str) -> bool:
        """Go where a link of the review leads; False where the link is no longer there."""
        self.page.goto(urljoin(review, address))
        return True

    # What is found by its words.

    def fill(self, label: str, value: str) -> None:
        """Type into the field of that label."""
        self.type_into(self.field(label), value)

    def select(self, label: str, start: str, within: Locator | Page | None = None) -> None:
        """Choose, in the list of that label, the first entry that starts so."""
        choice = self.field(label, within)
        entries = choice.locator("option").all_inner_texts()
        self.choose_entry(choice, next(entry for entry in entries if entry.startswith(start)))

    def pick(self, group: str, option: str, within: Locator | Page | None = None) -> None:
        """Choose one button of a row of buttons."""
        row = (within or self.page).get_by_role("group", name=self.says(group), exact=True)
        self.set_box(row.get_by_role("radio", name=self.says(option), exact=True))

    def follow(self, name: str, within: Locator | Page | None = None, **facts: object) -> None:
        """Follow the link of that name."""
        self.activate((within or self.page).get_by_role("link", name=self.says(name, **facts), exact=True))

    def press(self, name: str, **facts: object) -> None:
        """Press the button of that name."""
        self.activate(self.page.get_by_role("button", name=self.says(name, **facts), exact=True))

    def told(self, text: str, **facts: object) -> None:
        """The page says that something was done."""
        expect(self.page.get_by_role("status").first).to_contain_text(self.says(text, **facts))

    def step(self, name: str) -> None:
        """Go to a step by the row of steps."""
        steps = self.page.get_by_role("navigation", name=self.says("Steps"), exact=True)
        self.follow(name, within=steps)
        here = steps.locator("[aria-current=step]")
        expect(here).to_have_text(self.says(name))

    # The steps of an engagement, each as a consultant goes through it.

    def sign_in(self, email: str, password: str) -> None:
        """The front door, in the walker's language."""
        self.page.goto(self.home)
        self.activate(self.page.get_by_role("button", name=self.language.upper(), exact=True))
        self.fill("E-mail", email)
        self.fill("Password", password)
        self.press("Sign in")

    def found(self, client: str, title: str) -> None:
        """Found an engagement for a client who is typed on the spot."""
        rooms = self.page.get_by_role("navigation", name=self.says("Rooms"), exact=True)
        self.follow("Engagements", within=rooms)
        self.follow("New engagement", within=self.page.get_by_role("main").locator(".titled"))
        self.fill("Name of the new client", client)
        self.fill("Title of the engagement", title)
        self.pick("Language of the document", {"it": "Italian", "en": "English"}[self.language])
        self.press("Begin")
        expect(self.page.get_by_role("navigation", name=self.says("Steps"), exact=True)).to_be_visible()

    def describe_client(self) -> None:
        """Say more of the client than its name."""
        self.follow("Edit")
        for label, value in (
            ("Legal form", "S.r.l."),
            ("Street and number", "Via dei Platani 4"),
            ("Postcode", "25121"),
            ("Town", "Brescia"),
            ("Province", "bs"),
        ):
            self.fill(label, value)
        self.pick("Withholding agent", "yes")
        self.press("Save")
        self.told("Saved.")

    def give_function(self, function: str, person: str, **more: str) -> None:
        """Give a function to a contact: one who is there, or somebody new."""
        self.follow("Add somebody: %(title)s", title=self.says(function))
        self.say_contact(person)
        for label, value in more.items():
            self.fill(label.replace("_", " "), value)
        self.press("Save")
        expect(self.page.get_by_role("dialog")).to_have_count(0)
        expect(self.page.get_by_role("listitem").filter(has_text=person)).not_to_have_count(0)

    def say_contact(self, person: str) -> None:
        """In the form of a function: choose the contact, or type the name of a new one."""
        known = self.field("Contact").locator("option").all_inner_texts()
        if any(entry.startswith(person) for entry in known):
            self.select("Contact", person)
        else:
            self.fill("First and last name", person)

    def sign_for_studio(self, professional: str, job: str) -> None:
        """Add a professional, and let that person sign for the studio."""
        self.follow("Add a professional")
        self.fill("First and last name", professional)
        self.fill("Job", job)
        self.press("Save")
        self.told("Saved.")
        self.select("Professional", professional)
        self.kept(self.page.get_by_role("main"), self.says("Who signs for the studio"))

    def hold_role(self, role: str, holder: str, person: str = "") -> None:
        """Who holds a role, and who leads it: saved as it is made."""
        jersey, word = self.region(role), self.says(holder)
        self.activate(jersey.get_by_role("button", name=word[0].upper() + word[1:], exact=True))
        expect(jersey.get_by_role("button", pressed=True)).to_have_text(re.compile(word, re.IGNORECASE))
        if person:
            self.select("Who leads it", person, within=jersey)
            self.kept(jersey, person)

    def kept(self, within: Locator, word: str) -> None:
        """What was chosen is saved, and can be undone under that word; without a script it takes a button."""
        save = within.get_by_role("button", name=self.says("Save"), exact=True)
        if save.count():
            self.activate(save)
        expect(self.page.locator("#undo")).to_contain_text(word)

    def take_duties(self, lane: str, words: str, names: tuple[str, ...]) -> None:
        """Find duties in the catalogue and add them, done by the studio."""
        self.step("Duties")
        lanes = self.page.get_by_role("navigation", name=self.says("Lanes"), exact=True)
        self.activate(lanes.get_by_role("link", name=self.says(lane)))
        self.follow("Add from the catalogue")
        if words:
            self.fill("Find a duty, in your words or the client's", words)
            self.press("Search")
        self.tick(names)
        self.press("Add those chosen")

    def take_objectives(self, role: str, names: tuple[str, ...]) -> None:
        """Add objectives of the catalogue to a role."""
        self.step("Objectives")
        self.follow("Add from the catalogue", within=self.region(role))
        self.tick(names)
        self.press("Add those chosen")

    def tick(self, names: tuple[str, ...]) -> None:
        """Choose what has these names, each at the start of what stands beside its box."""
        for name in names:
            self.set_box(self.page.get_by_role("checkbox", name=name).first)

    def add_fee(self, lane: str, amount: str, how: str = "a month") -> None:
        """Add a fee line."""
        self.step("Fees")
        self.follow(lane, within=self.page.get_by_role("main"))
        self.fill("Amount without VAT", amount)
        self.pick("How it is paid", how)
        self.press("Save")
        self.told("The fee is added.")

    def issue(self, version: int) -> None:
        """Issue the next version from the review."""
        self.step("Review and issue")
        self.press("Issue version %(version)s", version=version)
        self.told("Version %(version)d is issued.", version=version)

    def download(self) -> tuple[str, bytes]:
        """The newest issued PDF: the name under which it is offered, and its bytes."""
        with self.page.expect_download() as waiting:
            self.hit(self.page.get_by_role("link", name=self.says("Download the PDF")).first)
        return waiting.value.suggested_filename, waiting.value.path().read_bytes()

    def verify(self) -> None:
        """Follow the verification code to what anybody may know of the document."""
        code = re.compile("^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$")
        self.activate(self.page.get_by_role("link", name=code).first)


def text_of(content: bytes) -> str:
    """What a PDF says, page after page, each run of white space as one space."""
    with closing(pypdfium2.PdfDocument(content)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())
